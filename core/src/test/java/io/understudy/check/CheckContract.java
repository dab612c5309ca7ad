package io.understudy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every check promises. */
public abstract class CheckContract {
    private static final MixedTables TABLES = MixedTables.exchangeable(5, 900, 700, 800);

    /** The check under test. */
    protected abstract Check check();

    @Test
    void findsTheSameHoweverRowsAreCut() {
        List<Finding> whole = check().measure(TABLES.coded(1));
        assertThat(check().measure(TABLES.coded(3))).isEqualTo(whole);
        assertThat(check().measure(TABLES.coded(8))).isEqualTo(whole);
        assertThat(whole).isNotEmpty();
    }

    @Test
    void reportsFiniteNumbersInOrder() {
        for (Finding finding : check().measure(TABLES.coded(2))) {
            assertThat(new double[] {finding.value(), finding.low(), finding.high(), finding.baseline()})
                    .as(finding.name())
                    .doesNotContain(Double.NaN)
                    .doesNotContain(Double.POSITIVE_INFINITY)
                    .doesNotContain(Double.NEGATIVE_INFINITY);
            assertThat(finding.low()).isLessThanOrEqualTo(finding.value());
            assertThat(finding.value()).isLessThanOrEqualTo(finding.high());
        }
    }

    @Test
    void putsItsNameOnEveryFinding() {
        assertThat(check().measure(TABLES.coded(1)))
                .allMatch(finding -> finding.check().equals(check().name()));
    }
}

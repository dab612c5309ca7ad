package io.understudy.check.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.stat.Grouping;
import org.junit.jupiter.api.Test;

/** Against the worked example of Li, Li and Venkatasubramanian (2007), salaries of 3k to 11k. */
class ClosenessTest {
    private static final int[][] SALARIES = {{0, 1, 2}, {3, 5, 8}, {4, 6, 7}};

    private static double distance(int of, boolean ordered) {
        Combinations counted = new Combinations(100);
        for (int combination = 0; combination < SALARIES.length; combination++) {
            counted.add(combination, CountCombinations.ROWS, 3);
            for (int salary : SALARIES[combination]) {
                counted.add(combination, CountCombinations.value(0, salary), 1);
            }
        }
        Sensitive column = new Sensitive(0, ordered, Grouping.identity(9));
        return new Closeness(Classes.of(counted, 1), 0, column).distance(of);
    }

    @Test
    void ofNumbersIsThePublishedOne() {
        assertThat(distance(0, true)).isCloseTo(0.375, within(1e-12));
        assertThat(distance(1, true)).isCloseTo(0.167, within(0.0005));
    }

    @Test
    void ofLabelsIsTheShareThatIsElsewhere() {
        assertThat(distance(0, false)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(distance(1, false)).isCloseTo(2.0 / 3, within(1e-12));
    }
}

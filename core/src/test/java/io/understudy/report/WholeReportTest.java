package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeReportTest {

    @Test
    void staysBelowThreeMegabytesWithThreeHundredColumns() {
        assertThat(Invented.report(300).html()).hasSizeLessThan(3 << 20);
    }

    @Test
    void isWellFormedAndHasAllSectionsInTheirOrder() throws Exception {
        Drawn page = Drawn.of(Invented.report(30).html());

        assertThat(page.texts("//*[local-name()='h2']"))
                .containsExactly(
                        "Why",
                        "What to know about this table",
                        "Privacy",
                        "Curves",
                        "Likeness",
                        "Columns",
                        "Pairs of columns",
                        "What depends on what",
                        "What this report cannot say",
                        "The run");
        assertThat(page.texts("//*[local-name()='nav']//*[local-name()='a']"))
                .isEqualTo(page.texts("//*[local-name()='h2']"));
        assertThat(page.texts("//*[local-name()='svg'][not(@aria-label)][not(@aria-hidden)]"))
                .isEmpty();
        assertThat(page.texts("//*[local-name()='table'][not(*[local-name()='caption'])]"))
                .isEmpty();
    }

    @Test
    void theWorstColumnComesFirst() throws Exception {
        Drawn page = Drawn.of(Invented.report(30).html());
        List<String> names = page.texts("//*[@aria-labelledby='columns']//*[local-name()='summary']/*[@class='name']");

        assertThat(names)
                .hasSize(30)
                .startsWith(Invented.name(29), Invented.name(28))
                .endsWith(Invented.name(0));
    }

    @Test
    void theGraphGivesWayToATableWhereNobodyCouldReadIt() throws Exception {
        assertThat(Drawn.of(Invented.report(30).html()).texts("//*[@aria-labelledby='network']//*[local-name()='svg']"))
                .hasSize(1);
        Drawn wide = Drawn.of(Invented.report(60).html());
        assertThat(wide.texts("//*[@aria-labelledby='network']//*[local-name()='svg']"))
                .isEmpty();
        assertThat(wide.texts("//*[@aria-labelledby='network']//*[local-name()='tr']"))
                .hasSize(61);
    }
}

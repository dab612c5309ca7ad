package io.understudy.check.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsolationTest {
    @Test
    void tablesOfEqualSizeCountPlainly() {
        Isolation isolation = new Isolation(100, 100);
        assertThat(isolation.certain()).isEqualTo(1);
        for (long matches : new long[] {0, 1, 2, 50, 100}) {
            assertThat(isolation.learned(matches)).isEqualTo(matches == 1 ? 1 : 0);
            assertThat(isolation.heldOut(matches)).isEqualTo(matches == 1 ? 1 : 0);
        }
    }

    /** 7 rows cut to 3: by counting the subsets that keep exactly one of the marked ones. */
    @Test
    void theLargerTableIsCutToTheSizeOfTheSmaller() {
        Isolation isolation = new Isolation(7, 3);
        for (int marked = 0; marked <= 7; marked++) {
            int alone = 0;
            int subsets = 0;
            for (int subset = 0; subset < 1 << 7; subset++) {
                if (Integer.bitCount(subset) == 3) {
                    subsets++;
                    alone += Integer.bitCount(subset & ((1 << marked) - 1)) == 1 ? 1 : 0;
                }
            }
            assertThat(isolation.learned(marked)).isCloseTo((double) alone / subsets, within(1e-12));
            assertThat(isolation.heldOut(marked)).isEqualTo(marked == 1 ? 1 : 0);
        }
        assertThat(new Isolation(3, 7).heldOut(2)).isEqualTo(isolation.learned(2));
    }

    /** A query that matches 5 of 60 rows, whichever 40 of them were learned from: equal on average, by all splits of the 5. */
    @Test
    void bothSidesExpectTheSameWhereNothingLeaks() {
        Isolation isolation = new Isolation(40, 20);
        double learned = 0;
        double heldOut = 0;
        for (int in = 0; in <= 5; in++) {
            double chance = choose(40, in) * choose(20, 5 - in) / choose(60, 5);
            learned += chance * isolation.learned(in);
            heldOut += chance * isolation.heldOut(5 - in);
        }
        assertThat(learned).isCloseTo(heldOut, within(1e-12)).isGreaterThan(0.1);
    }

    private static double choose(int of, int count) {
        double ways = 1;
        for (int i = 0; i < count; i++) {
            ways = ways * (of - i) / (i + 1);
        }
        return ways;
    }
}

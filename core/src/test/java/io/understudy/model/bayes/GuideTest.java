package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guide tables; the oracle is the search without one. */
class GuideTest {
    private static final int UNUSED_BITS = Integer.SIZE - Distributions.BITS;

    @Test
    void drawsWhatThePlainSearchDraws() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            Distributions distributions = Distributions.of(some(random));
            Guide guide = Guide.of(distributions);
            for (int d = 0; d < distributions.size(); d++) {
                for (int i = 0; i < 500; i++) {
                    agree(distributions, guide, d, random.nextInt());
                }
            }
        }
    }

    /** The points on both sides of where each code and each part begins, and the ends of the unit interval. */
    @Test
    void drawsTheSameAtEveryEdge() {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            Distributions distributions = Distributions.of(some(random));
            Guide guide = Guide.of(distributions);
            for (int d = 0; d < distributions.size(); d++) {
                for (int at = distributions.offset()[d]; at < distributions.offset()[d + 1]; at++) {
                    around(distributions, guide, d, distributions.cumulative()[at]);
                }
                int parts = Math.max(1, guide.offset()[d + 1] - guide.offset()[d]);
                for (int part = 0; part <= parts; part++) {
                    around(distributions, guide, d, (long) part * Distributions.ONE / parts);
                }
            }
        }
    }

    @Test
    void hasTwoToFourPartsACodeHalfAsManyForManyCodesAndOneForASingleCode() {
        assertThat(Guide.of(Distributions.of(new double[][] {uniform(1)})).first())
                .hasSize(1);
        for (int codes = 2; codes < 600; codes++) {
            int least = codes > Guide.MANY ? codes : 2 * codes;
            Guide guide = Guide.of(Distributions.of(new double[][] {uniform(codes)}));
            assertThat(guide.first().length).isBetween(least, 2 * least);
        }
    }

    /** Rows that follow each other, each with its own distribution. */
    @Test
    void drawsRowByRowWhatItDrawsLeafByLeaf() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            Distributions distributions = Distributions.of(some(random));
            Guide guide = Guide.of(distributions);
            int[] ways = random.ints(5, 0, distributions.size()).toArray();
            byte[] way = new byte[400];
            int[] words = random.ints(300).toArray();
            int[] expected = new int[words.length];
            for (int row = 0; row < words.length; row++) {
                way[row] = (byte) random.nextInt(ways.length);
                expected[row] = distributions.draw(ways[way[row]], words[row]);
            }
            int[] drawn = new int[words.length];
            guide.draw(way, ways, words, drawn);
            assertThat(drawn).isEqualTo(expected);
            assertThat(guide.complete()).isTrue();
        }
    }

    private static void around(Distributions distributions, Guide guide, int distribution, long point) {
        for (long near = Math.max(0, point - 1); near <= Math.min(point + 1, Distributions.ONE - 1); near++) {
            agree(distributions, guide, distribution, (int) (near << UNUSED_BITS));
            agree(distributions, guide, distribution, (int) ((near << UNUSED_BITS) + (1L << UNUSED_BITS) - 1));
        }
    }

    private static void agree(Distributions distributions, Guide guide, int distribution, int word) {
        int found = guide.draw(distribution, word);
        if (found != distributions.draw(distribution, word)) {
            assertThat(found).as("word %d", word).isEqualTo(distributions.draw(distribution, word));
        }
        for (Inversion inversion : List.of(distributions, guide)) {
            int[] into = {-1, -1};
            inversion.draw(distribution, new int[] {0, 1, 1}, 1, 2, new int[] {0, word}, into);
            if (into[0] != -1 || into[1] != found) {
                assertThat(into).as("word %d", word).containsExactly(-1, found);
            }
        }
    }

    /** A few distributions over up to 700 codes: even ones and lopsided ones, with codes that never come. */
    private static double[][] some(Random random) {
        double[][] shares = new double[1 + random.nextInt(4)][1 + random.nextInt(random.nextBoolean() ? 20 : 700)];
        for (double[] row : shares) {
            double steepness = random.nextInt(12);
            double total = 0;
            for (int code = 0; code < row.length; code++) {
                row[code] = random.nextInt(3) == 0 && code > 0 ? 0 : Math.pow(random.nextDouble(), steepness);
                total += row[code];
            }
            for (int code = 0; code < row.length; code++) {
                row[code] /= total;
            }
        }
        return shares;
    }

    private static double[] uniform(int codes) {
        double[] shares = new double[codes];
        Arrays.fill(shares, 1.0 / codes);
        return shares;
    }
}

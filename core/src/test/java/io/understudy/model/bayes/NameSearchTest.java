package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameSearchTest {
    private static final int MIN_ROWS = 5;

    /** The running sums against foretelling every row by the others of its side, one by one, at every cut. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBestCutIsThatOfForetellingEveryRowByTheOthersOfItsSide(long seed) {
        int rows = 120;
        int[] x = draws(seed, 0, rows, 15);
        int[] y = IntStream.range(0, rows)
                .map(row -> (x[row] / 4 * 7 + (int) (Philox.uniform(seed, row, 1) * 9)) % 23)
                .toArray();
        Split found = Objects.requireNonNull(search(Variable.ordinal("x", 15), x, y, 23));
        double best = 0;
        int tried = 0;
        int threshold = 0;
        for (int cut = 1; cut < 15; cut++) {
            int at = cut;
            long below = Arrays.stream(x).filter(code -> code < at).count();
            boolean parts = Arrays.stream(x).anyMatch(code -> code == at);
            if (parts && below >= MIN_ROWS && rows - below >= MIN_ROWS) {
                tried++;
                double gain = foretold(x, y, cut) - foretold(x, y, 0);
                threshold = gain > best ? cut : threshold;
                best = Math.max(best, gain);
            }
        }
        assertThat(found.gain()).isCloseTo(best - 0.5 * StrictMath.log(tried), within(1e-9));
        assertThat(Arrays.stream(x).filter(found::goesBelow).count()).isEqualTo(below(x, threshold));
    }

    private static long below(int[] x, int threshold) {
        return Arrays.stream(x).filter(code -> code < threshold).count();
    }

    /** Log likelihood of the rows, each by the others on its side of a cut; everything is on one side of a cut at 0. */
    private static double foretold(int[] x, int[] y, int cut) {
        double sum = 0;
        for (int row = 0; row < x.length; row++) {
            int side = 0;
            int alike = -1;
            int alikeInAll = -1;
            for (int other = 0; other < x.length; other++) {
                boolean here = x[other] < cut == x[row] < cut;
                side += here ? 1 : 0;
                alike += here && y[other] == y[row] ? 1 : 0;
                alikeInAll += y[other] == y[row] ? 1 : 0;
            }
            double inAll = Math.max(0.1, alikeInAll) / (x.length - 1);
            sum += cut == 0 ? StrictMath.log(inAll) : StrictMath.log((alike > 0 ? alike : inAll) / side);
        }
        return sum;
    }

    /** Towns in no order, of which every other has numbers of its own that lie among those of the rest. */
    @Test
    void townsOfOneKindAreToldFromTheOthersThoughTheirNumbersAreScattered() {
        int rows = 4_000;
        int[] town = draws(3, 0, rows, 20);
        int[] number = IntStream.range(0, rows)
                .map(row -> 2 * (int) (Philox.uniform(3, row, 1) * 50) + town[row] % 2)
                .toArray();
        Split found = Objects.requireNonNull(search(Variable.nominal("town", 20), town, number, 100));
        assertThat(IntStream.range(0, 20)
                        .filter(found::goesBelow)
                        .map(code -> code % 2)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void nothingIsAskedAboutWhatTellsNothing() {
        for (int seed = 0; seed < 20; seed++) {
            int[] x = draws(seed, 0, 2_000, 30);
            assertThat(search(Variable.ordinal("x", 30), x, draws(seed, 1, 2_000, 400), 400))
                    .isNull();
            int[] alone = IntStream.range(0, 2_000).toArray();
            assertThat(search(Variable.ordinal("x", 30), x, alone, 2_000)).isNull();
        }
    }

    private static @Nullable Split search(Variable asked, int[] x, int[] y, int codes) {
        int[] rows = IntStream.range(0, y.length).toArray();
        NameSearch search = new NameSearch(MIN_ROWS, y, codes);
        search.enter(new Growing(0, y.length, Tally.of(y, rows, 0, y.length, new int[codes])), rows);
        return search.best(new Predictor(0, asked, x));
    }

    private static int[] draws(long seed, int draw, int rows, int codes) {
        return IntStream.range(0, rows)
                .map(row -> (int) (Philox.uniform(seed, row, draw) * codes))
                .toArray();
    }
}

package io.understudy.check.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.MixedTables;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real rows are looked up only as far as findings need; they are those of looking every row up in every table. */
class StandingOutTest {
    private static final double CONFIDENCE = 0.95;

    /** Counts of real rows by everything that is nearest to them. */
    private record Everything(boolean learned) implements Fold<Nearest, Isolation, Isolation> {
        @Override
        public Isolation zero() {
            return new Isolation();
        }

        @Override
        public Isolation add(Isolation state, Nearest found) {
            Neighbours own = found.in(learned ? 0 : 1);
            Neighbours other = found.in(learned ? 1 : 0);
            for (int row = 0; row < found.rows(); row++) {
                state.add(
                        Math.min(own.second(row), other.nearest(row)),
                        found.in(2).nearest(row));
            }
            return state;
        }

        @Override
        public Isolation merge(Isolation left, Isolation right) {
            return left.merge(right);
        }

        @Override
        public Isolation finish(Isolation state) {
            return state;
        }
    }

    /** The second of three training rows is the first again where rows repeat. */
    private static double[][] repeated(double[][] columns, double share, Random random) {
        double[][] repeated = new double[columns.length][];
        for (int v = 0; v < columns.length; v++) {
            repeated[v] = columns[v].clone();
        }
        for (int row = 0; row < columns[0].length; row++) {
            if (random.nextDouble() < share) {
                for (double[] column : repeated) {
                    column[row] = column[0];
                }
            }
        }
        return repeated;
    }

    /** Also with few held-out rows, by which it is guessed which training rows may stand out, and where hardly a row is alone. */
    @ParameterizedTest(name = "{0} learned, {1} held out, {2} repeated, {3} of the synthetic rows copied")
    @CsvSource({
        "800, 200, 0, 0",
        "800, 200, 0, 1",
        "600, 600, 0.5, 0.3",
        "900, 12, 0, 0.2",
        "900, 1, 0, 0.2",
        "700, 300, 0.93, 0.5",
        "700, 300, 0.97, 0.5",
        "500, 100, 1, 0.5"
    })
    void findsWhatLookingEveryRowUpFinds(int train, int holdout, double repeated, double copied) {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            MixedTables drawn = MixedTables.exchangeable(seed, train, holdout, train);
            double[][] learned = repeated(drawn.train(), repeated, random);
            double[][] synthetic = drawn.synthetic();
            for (int row = 0; row < copied * train; row++) {
                for (int v = 0; v < synthetic.length; v++) {
                    synthetic[v][row] = learned[v][row];
                }
            }
            Assessed tables = new MixedTables(
                            drawn.number(), learned, repeated(drawn.holdout(), repeated, random), synthetic)
                    .coded(3);
            List<Table> all = List.of(tables.train(), tables.holdout(), tables.synthetic());
            List<Finding> expected = new StandingOut(
                            tables.search().compute(tables.train(), all, new Everything(true)),
                            tables.search().compute(tables.holdout(), all, new Everything(false)))
                    .findings(Interval.z(CONFIDENCE));

            List<Finding> found = new ArrayList<>(new Distances(CONFIDENCE).measure(tables));
            found.removeIf(finding -> !finding.metric().startsWith("outliers-"));

            assertThat(found).isEqualTo(expected);
        }
    }
}

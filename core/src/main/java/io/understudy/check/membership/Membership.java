package io.understudy.check.membership;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Curve;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.neighbour.Leg;
import io.understudy.neighbour.Limits;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Space;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the synthetic table betrays which real rows were learned from. Two attacks, each with {@code membership-auc},
 * {@code membership-tpr-percent} and {@code -permille}, the share of members caught at 1 % and 0.1 % false alarms, and
 * {@code membership-exposed}, how many score higher than any row that is none:
 * <ul>
 *   <li>{@code distance}: the nearer the nearest synthetic row, the likelier a member.
 *   <li>{@code density ratio}: the same in relation to the nearest row of a reference, which tells rows that are near
 *       because many rows are there from those that are near without reason (DOMIAS, van Breugel et al., AISTATS 2023,
 *       with densities by the nearest neighbour).
 * </ul>
 *
 * <p>The reference is one half of the held-out rows, drawn at random, and the rows that are no members come from the other:
 * so members and others are alike in all but membership; where entities have several rows, all rows of one are in the same half,
 * or else the reference would hold what is nearest to those that are no members. At most {@value #QUERIES} of each are asked about, drawn at
 * random; the synthetic table and the reference are never sampled.
 *
 * @param confidence of the intervals of one metric together, above 0 and below 1
 * @param seed       of the draws
 */
public record Membership(double confidence, long seed) implements Check {
    private static final String NAME = "privacy";
    private static final String METRIC = "membership";
    private static final List<String> ATTACKS = List.of("distance", "density ratio");
    private static final int QUERIES = 100_000;

    public Membership {
        Interval.z(confidence);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        return examine(tables).findings();
    }

    /** The findings, and the curve of each attack. */
    @Override
    public Evidence examine(Assessed tables) {
        Assessed.Halves halves = tables.halved(Scores.seed(seed, 0));
        Leg nearest = new Leg(List.of(tables.synthetic(), halves.one()), (rows, before) -> Limits.of(1, rows));
        Table others = some(halves.other());
        Table members = some(tables.train());
        Scores in = tables.search().inTurn(members, List.of(nearest), new Survey());
        Scores out = tables.search().inTurn(others, List.of(nearest), new Survey());
        List<Finding> findings = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (int attack = 0; attack < ATTACKS.size(); attack++) {
            Roc roc = in.against(out, attack);
            findings.addAll(roc.findings(METRIC, ATTACKS.get(attack), confidence, ATTACKS.size()));
            curves.add(roc.curve(METRIC + "-roc", ATTACKS.get(attack)));
        }
        findings.add(Finding.counted(
                NAME, "attacks", METRIC, (double) in.against(out, 0).fewest()));
        return new Evidence(findings, curves);
    }

    /** About {@value #QUERIES} rows of a table, or all. */
    private Table some(Table table) {
        return table.rows() <= QUERIES ? table : table.part(0, (double) QUERIES / table.rows(), Scores.seed(seed, 1));
    }

    /** Scores rows by what is nearest to them in the synthetic table and in the reference. */
    private record Survey() implements Fold<Nearest, Scores, Scores> {
        private static final int PER_DOUBLING = 1 << 10;
        private static final double LOG_2 = StrictMath.log(2);

        @Override
        public Scores zero() {
            return Scores.of(ATTACKS.size());
        }

        @Override
        public Scores add(Scores state, Nearest found) {
            Neighbours synthetic = found.in(0);
            Neighbours reference = found.in(1);
            for (int row = 0; row < found.rows(); row++) {
                state.add(0, -(long) synthetic.nearest(row));
                state.add(1, ratio(reference.nearest(row), synthetic.nearest(row)));
            }
            return state;
        }

        /** How many times as far the reference is, in {@value #PER_DOUBLING} steps a doubling. */
        private static long ratio(int reference, int synthetic) {
            double log = StrictMath.log((1.0 + Math.min(reference, Space.NONE - 1)) / (1.0 + synthetic));
            return Math.round(log / LOG_2 * PER_DOUBLING);
        }

        @Override
        public Scores merge(Scores left, Scores right) {
            return left.merge(right);
        }

        @Override
        public Scores finish(Scores state) {
            return state;
        }
    }
}

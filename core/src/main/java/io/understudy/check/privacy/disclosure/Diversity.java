package io.understudy.check.privacy.disclosure;

import io.understudy.check.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the synthetic table says of its classes by itself, beside all real rows: k-anonymity (Sweeney 2002), distinct
 * l-diversity (Machanavajjhala et al. 2007) and t-closeness (Li et al. 2007). Larger tables have larger classes: compare tables
 * of one size. Synthetic rows are nobody's and count as rows, real ones by their entities where these are known.
 */
record Diversity(Tables tables, int k, double z) {
    private static final int L = 2;
    private static final double MOST_ROWS = 0.95;

    /** Share in classes of fewer than k. */
    Finding anonymity() {
        return small(tables.synthetic()).beside(small(tables.real()), "k-anonymity", "", z);
    }

    private Share small(Classes classes) {
        Share share = new Share();
        for (int i = 0; i < classes.size(); i++) {
            share.add(classes.members(i), classes.members(i) < k ? classes.members(i) : 0);
        }
        return share;
    }

    List<Finding> ofColumn(int column, Sensitive sensitive, String name) {
        return List.of(
                uniform(tables.synthetic(), column).beside(uniform(tables.real(), column), "l-diversity", name, z),
                closeness(column, sensitive, name));
    }

    /** Share in classes of fewer than l values. */
    private static Share uniform(Classes classes, int column) {
        Share share = new Share();
        for (int i = 0; i < classes.size(); i++) {
            share.add(classes.members(i), classes.values(column).distinct(i) < L ? classes.members(i) : 0);
        }
        return share;
    }

    private Finding closeness(int column, Sensitive sensitive, String name) {
        Ranked synthetic = Ranked.of(tables.synthetic(), column, sensitive);
        double half = z * Math.sqrt(MOST_ROWS * (1 - MOST_ROWS) / Math.max(1, synthetic.all.trials()));
        return new Finding(
                Disclosure.NAME,
                "t-closeness",
                name,
                synthetic.quantile(MOST_ROWS),
                synthetic.quantile(MOST_ROWS - half),
                synthetic.quantile(MOST_ROWS + half),
                Ranked.of(tables.real(), column, sensitive).quantile(MOST_ROWS));
    }

    /** Classes by distance, nearest first. */
    private record Ranked(double[] distances, long[] members, Share all) {
        static Ranked of(Classes classes, int column, Sensitive sensitive) {
            Closeness closeness = new Closeness(classes, column, sensitive);
            double[] distances = IntStream.range(0, classes.size())
                    .mapToDouble(closeness::distance)
                    .toArray();
            int[] order = IntStream.range(0, distances.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distances[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            Share all = new Share();
            for (int i : order) {
                all.add(classes.members(i), 0);
            }
            return new Ranked(
                    IntStream.of(order).mapToDouble(i -> distances[i]).toArray(),
                    IntStream.of(order).mapToLong(classes::members).toArray(),
                    all);
        }

        /** The distance within which this share of the members lies; 0 without any. */
        double quantile(double share) {
            double needed = Math.max(0, Math.min(1, share)) * all.members();
            double seen = 0;
            int at = 0;
            while (at < members.length - 1 && seen + members[at] < needed) {
                seen += members[at++];
            }
            return members.length == 0 ? 0 : distances[at];
        }
    }
}

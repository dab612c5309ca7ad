package io.understudy.check.quality;

import io.understudy.check.Finding;
import io.understudy.neighbour.Space;
import io.understudy.stat.Marginal;
import java.util.List;
import java.util.Set;

/**
 * SDMetrics' Column Shapes, as errors 0 .. 1: the Kolmogorov-Smirnov distance of numbers, missing ones left out, and the
 * total variation distance of labels, where missing is one.
 *
 * <p>Codes are single training values and the gaps between them, so distribution functions that are compared at every
 * code are compared everywhere that matters.
 */
final class ColumnShapes {
    private ColumnShapes() {}

    /** The codes of every column, counted in each table. */
    record Counted(List<Marginal> train, List<Marginal> holdout, List<Marginal> synthetic) {}

    /** One finding a column and their mean; kept columns are left out. */
    static List<Finding> findings(Space space, Counted counted, Set<String> kept) {
        Scores scores = new Scores("column-shape", "shape-error");
        for (int v = 0; v < counted.train().size(); v++) {
            Space.Axis axis = space.axes().get(v);
            String name = space.domain().variable(v).name();
            if (!kept.contains(name)) {
                Marginal train = counted.train().get(v);
                scores.add(
                        name,
                        error(axis, train, counted.synthetic().get(v)),
                        error(axis, train, counted.holdout().get(v)));
            }
        }
        return scores.findings();
    }

    private static double error(Space.Axis axis, Marginal train, Marginal other) {
        return axis instanceof Space.Labels ? train.distance(other) : kolmogorovSmirnov(train, other);
    }

    /** NaN where neither table has a number, 1 where only one has. */
    private static double kolmogorovSmirnov(Marginal train, Marginal other) {
        boolean missing = train.domain().variable(0).missing();
        long trainTotal = train.total() - (missing ? train.count(0) : 0);
        long otherTotal = other.total() - (missing ? other.count(0) : 0);
        if (trainTotal == 0 || otherTotal == 0) {
            return trainTotal == otherTotal ? Double.NaN : 1;
        }
        long below = 0;
        long otherBelow = 0;
        double widest = 0;
        for (int code = missing ? 1 : 0; code < train.domain().size(0); code++) {
            below += train.count(code);
            otherBelow += other.count(code);
            widest = Math.max(widest, Math.abs((double) below / trainTotal - (double) otherBelow / otherTotal));
        }
        return widest;
    }
}

package io.understudy.check.task;

import io.understudy.stat.Marginal;
import java.util.stream.IntStream;

/** How often outcomes happen to the rows of each group of one table. */
final class Outcomes {
    private final int groups;
    /** Shape (outcomes, groups): rows to which the outcome happened. */
    private final long[][] happened;
    /** Rows of each group whose outcome is known. */
    private final long[] rows;

    private Outcomes(int outcomes, int groups) {
        this.groups = groups;
        this.happened = new long[outcomes][groups];
        this.rows = new long[groups];
    }

    /** @param pair the table of a grouped column and the grouped target, in the order of the domain */
    static Outcomes of(Target target, Groups column, Marginal pair) {
        Outcomes counted = new Outcomes(target.outcomes(), column.count());
        boolean targetFirst = target.variable() < column.variable();
        int last = pair.domain().size(1);
        int unknown = pair.domain().size(targetFirst ? 0 : 1) - 1;
        pair.forEach((cell, count) -> {
            int first = (int) (cell / last);
            int second = (int) (cell % last);
            counted.add(targetFirst ? second : first, targetFirst ? first : second, unknown, count);
        });
        return counted;
    }

    private void add(int group, int outcome, int unknown, long count) {
        if (group >= groups || outcome == unknown) {
            return;
        }
        rows[group] += count;
        if (!single()) {
            happened[outcome][group] += count;
        } else if (outcome == 1) {
            happened[0][group] += count;
        }
    }

    /** Both tables together. */
    Outcomes and(Outcomes other) {
        Outcomes sum = new Outcomes(happened.length, groups);
        for (int group = 0; group < groups; group++) {
            sum.rows[group] = rows[group] + other.rows[group];
            for (int outcome = 0; outcome < happened.length; outcome++) {
                sum.happened[outcome][group] = happened[outcome][group] + other.happened[outcome][group];
            }
        }
        return sum;
    }

    boolean single() {
        return happened.length == 1;
    }

    long rows(int group) {
        return rows[group];
    }

    /** How often an outcome happens to a group, 0 .. 1. */
    double rate(int outcome, int group) {
        return (double) happened[outcome][group] / rows[group];
    }

    /** How many differences of two groups there are. */
    int differences() {
        return Math.max(1, happened.length * groups * (groups - 1) / 2);
    }

    /**
     * The largest difference of two groups' rates of an outcome.
     *
     * @param gap      NaN where fewer than two groups have rows
     * @param variance of the difference of these two groups
     */
    record Widest(double gap, double variance) {}

    Widest widest() {
        Widest widest = new Widest(Double.NaN, 0);
        for (int outcome = 0; outcome < happened.length; outcome++) {
            double gap = Spread.of(happened[outcome], rows, group -> true);
            if (Double.isNaN(widest.gap) || gap > widest.gap) {
                widest = new Widest(gap, variance(outcome));
            }
        }
        return widest;
    }

    /** Of the highest less the lowest rate; a rate of 0 or 1 is taken for one row off (Agresti and Caffo 2000 add as much). */
    private double variance(int outcome) {
        int[] taken =
                IntStream.range(0, groups).filter(group -> rows[group] > 0).toArray();
        int low = taken.length == 0 ? -1 : taken[0];
        int high = low;
        for (int group : taken) {
            low = rate(outcome, group) < rate(outcome, low) ? group : low;
            high = rate(outcome, group) > rate(outcome, high) ? group : high;
        }
        return low < 0 ? 0 : variance(outcome, low) + variance(outcome, high);
    }

    private double variance(int outcome, int group) {
        double rate = (happened[outcome][group] + 1.0) / (rows[group] + 2.0);
        return rate * (1 - rate) / (rows[group] + 2.0);
    }
}

package io.understudy.check.task;

import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column to predict. Labels are classes, the most frequent one first, so that of two classes the rarer one is 1; of more
 * than {@value #MOST} the rest is one class, as are labels of fewer rows than asked for. A number of two values is a label;
 * any other number is a quantity. Rows in which it is missing take no part.
 *
 * <p>What is asked of it are its <em>outcomes</em>, each of which happens to a row or not: of two classes the rarer one, of
 * more classes each, of a quantity that it exceeds the median of the training rows.
 */
public final class Target {
    /** The most classes that are told apart. */
    static final int MOST = 20;

    private final int variable;
    private final double[] values;
    private final int classes;
    private final double middle;

    private Target(int variable, double[] values, int classes, double middle) {
        this.variable = variable;
        this.values = values;
        this.classes = classes;
        this.middle = middle;
    }

    /**
     * The target that a variable is; empty if it does not vary.
     *
     * @param train the variable's table in the training rows
     * @param k     rows that a class of its own has at least
     */
    public static Optional<Target> of(Space space, int variable, Marginal train, int k) {
        int first = space.domain().variable(variable).missing() ? 1 : 0;
        int[] occurring = IntStream.range(first, train.domain().size(0))
                .filter(code -> train.count(code) > 0)
                .toArray();
        if (space.axes().get(variable) instanceof Space.Numbers axis) {
            return occurring.length < 2
                    ? Optional.empty()
                    : Optional.of(
                            occurring.length == 2
                                    ? flag(variable, axis.numbers(), occurring, train)
                                    : quantity(variable, axis.numbers(), first, train));
        }
        return labels(variable, occurring, train, k);
    }

    private static Target flag(int variable, double[] numbers, int[] two, Marginal train) {
        boolean upperIsRarer = train.count(two[1]) <= train.count(two[0]);
        double between = numbers[two[0]] / 2 + numbers[two[1]] / 2;
        double[] values = new double[numbers.length];
        for (int code = 0; code < values.length; code++) {
            values[code] = numbers[code] > between == upperIsRarer ? 1 : 0;
        }
        return new Target(variable, withoutMissing(values, train), 2, 0);
    }

    private static Target quantity(int variable, double[] numbers, int first, Marginal train) {
        long present = train.total() - (first == 1 ? train.count(0) : 0);
        int code = first;
        for (long below = train.count(code); 2 * below < present; below += train.count(code)) {
            code++;
        }
        return new Target(variable, withoutMissing(numbers.clone(), train), 0, numbers[code]);
    }

    private static Optional<Target> labels(int variable, int[] occurring, Marginal train, int k) {
        int[] own = Arrays.stream(occurring)
                .filter(code -> train.count(code) >= k)
                .boxed()
                .sorted((a, b) -> Long.compare(train.count(b), train.count(a)))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        long others = Arrays.stream(occurring).mapToLong(train::count).sum()
                - Arrays.stream(own).mapToLong(train::count).sum();
        int classes = own.length + (others >= k ? 1 : 0);
        double[] values = new double[train.domain().size(0)];
        Arrays.fill(values, others >= k ? own.length : Double.NaN);
        for (int rank = 0; rank < own.length; rank++) {
            values[own[rank]] = rank;
        }
        return classes < 2
                ? Optional.empty()
                : Optional.of(new Target(variable, withoutMissing(values, train), classes, 0));
    }

    private static double[] withoutMissing(double[] values, Marginal train) {
        if (train.domain().variable(0).missing()) {
            values[0] = Double.NaN;
        }
        return values;
    }

    /** Its position in the domain. */
    public int variable() {
        return variable;
    }

    /** How many classes there are; 0 for a quantity. */
    public int classes() {
        return classes;
    }

    /** The class or the quantity of each code; NaN for rows that take no part. */
    public double[] values() {
        return values.clone();
    }

    /** How many outcomes there are. */
    public int outcomes() {
        return classes > 2 ? classes : 1;
    }

    /** Whether an outcome happens to a row of this class or quantity. */
    public boolean happens(int outcome, double value) {
        if (classes == 0) {
            return value > middle;
        }
        return value == (classes == 2 ? 1 : outcome);
    }

    /** The number of the outcome that happens among several; of a single outcome 1 if it happens and 0 if not; last, rows that take no part. */
    Grouping grouping() {
        int groups = Math.max(2, classes);
        return new Grouping(
                Arrays.stream(values).mapToInt(value -> group(value, groups)).toArray(), groups + 1);
    }

    private int group(double value, int groups) {
        if (Double.isNaN(value)) {
            return groups;
        }
        return classes > 0 ? (int) value : value > middle ? 1 : 0;
    }
}

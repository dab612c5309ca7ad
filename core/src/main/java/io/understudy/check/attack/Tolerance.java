package io.understudy.check.attack;

import io.understudy.neighbour.Space;

/**
 * Which guesses of a value count as right: of a label the label itself; of a number whatever is within 5 % of it, of a day
 * or a time, where parts of a value mean nothing, whatever is within 5 % of the rows in rank; nothing but a missing value
 * where it is missing.
 */
record Tolerance(Space space) {
    private static final double SHARE = 0.05;

    /** Right guesses are the codes {@code low .. high}. */
    record Range(int low, int high) {
        boolean contains(int code) {
            return code >= low && code <= high;
        }
    }

    Range right(int variable, int secret) {
        boolean missing = space.domain().variable(variable).missing();
        if (!(space.axes().get(variable) instanceof Space.Numbers numbers) || (missing && secret == 0)) {
            return new Range(secret, secret);
        }
        int first = missing ? 1 : 0;
        int low = secret;
        int high = secret;
        while (low > first && near(numbers, low - 1, secret)) {
            low--;
        }
        while (high + 1 < numbers.numbers().length && near(numbers, high + 1, secret)) {
            high++;
        }
        return new Range(low, high);
    }

    private static boolean near(Space.Numbers numbers, int guess, int secret) {
        if (numbers.zero() == Space.Zero.ANY_POINT) {
            return Math.abs(numbers.positions()[guess] - numbers.positions()[secret]) <= SHARE * Space.UNIT;
        }
        double value = numbers.numbers()[secret];
        return Math.abs(numbers.numbers()[guess] - value) <= SHARE * Math.abs(value);
    }
}

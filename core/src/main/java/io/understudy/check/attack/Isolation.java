package io.understudy.check.attack;

/**
 * Success of a query on tables of unequal size, made comparable: the chance that it matches exactly one row once the
 * larger table is cut, at random, to the size of the smaller.
 *
 * <p>A query of little weight singles out more often in a larger table (Cohen and Nissim 2020), so that the plain shares of
 * successes differ even where nothing leaks. Law: if learned and held-out rows are drawn from the same source and the
 * query was made without knowing which is which, {@link #learned} and {@link #heldOut} have equal expectations, exactly.
 * Nothing is drawn: the chance is hypergeometric.
 *
 * @param learned rows learned from
 * @param heldOut rows held out
 */
record Isolation(long learned, long heldOut) {

    static Isolation of(long learned, long heldOut) {
        return new Isolation(learned, heldOut);
    }

    /** The success of a query that matches this many of the rows learned from. */
    double learned(long matches) {
        return alone(matches, learned, Math.min(learned, heldOut));
    }

    /** The success of a query that matches this many of the rows held out. */
    double heldOut(long matches) {
        return alone(matches, heldOut, Math.min(learned, heldOut));
    }

    /** The success of a query that matches one row learned from for certain. */
    double certain() {
        return learned(1);
    }

    /** The chance that exactly one of some marked rows is among {@code left} of {@code of} rows. */
    private static double alone(long marked, long of, long left) {
        if (marked == 0 || left == 0) {
            return 0;
        }
        double chance = (double) marked * left / of;
        for (long other = 1; other < marked && chance > 0; other++) {
            chance *= Math.max(0, (double) (of - left - other + 1) / (of - other));
        }
        return chance;
    }
}

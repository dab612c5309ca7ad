package io.understudy.codec;

/**
 * Finds the coarsest grid that holds all keys seen.
 *
 * <p>A step is a product of {@code 2, 3, 5} and {@code 7} and fits the range at least {@value #LEAST_STEPS} times: a
 * round number that people chose, and never the distance of one person's value from another's.
 */
final class GridLearner {
    private static final int LEAST_STEPS = 16;
    private static final long[] PRIMES = {2, 3, 5, 7};

    private final KeyForm form;
    private final Mass mass;

    /** @param mass finite keys only */
    GridLearner(KeyForm form, Mass mass) {
        this.form = form;
        this.mass = mass;
    }

    Grid learn() {
        if (form == KeyForm.INTEGER) {
            return ticks(0);
        }
        for (int digits = 0; digits <= Ticks.MAX_DIGITS; digits++) {
            if (fits(digits)) {
                return ticks(digits);
            }
        }
        return new Continuum(form);
    }

    private boolean fits(int digits) {
        for (int i = 0; i < mass.size(); i++) {
            if (!Ticks.fits(form, digits, mass.lows()[i]) || !Ticks.fits(form, digits, mass.highs()[i])) {
                return false;
            }
        }
        return true;
    }

    private Ticks ticks(int digits) {
        Ticks fine = new Ticks(form, digits, 0, 1);
        if (mass.size() == 0) {
            return fine;
        }
        long offset = fine.tick(mass.lows()[0]);
        long step = 0;
        for (int i = 0; i < mass.size(); i++) {
            step = gcd(fine.tick(mass.lows()[i]) - offset, step);
            step = gcd(fine.tick(mass.highs()[i]) - offset, step);
        }
        double span = fine.distance(mass.lows()[0], mass.highs()[mass.size() - 1]);
        long round = roundDivisor(step, 1, 0, span / LEAST_STEPS);
        return new Ticks(form, digits, Math.floorMod(offset, round), round);
    }

    /** The largest divisor of a step that is {@code found} times primes of at least the given one, within a limit. */
    private static long roundDivisor(long step, long found, int prime, double limit) {
        if (step <= 0 || prime == PRIMES.length) {
            return found;
        }
        long best = found;
        for (long power = 1; step % power == 0 && (double) found * power <= limit; power *= PRIMES[prime]) {
            best = Math.max(best, roundDivisor(step / power, found * power, prime + 1, limit));
        }
        return best;
    }

    /** Of unsigned numbers, since differences of longs can exceed their range. */
    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = Long.remainderUnsigned(x, y);
            x = y;
            y = rest;
        }
        return x;
    }
}

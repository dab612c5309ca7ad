package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows real ones lack of what is asked for, in fractions of rows: the least that do.
 *
 * <p>A part that has its share gets none, so it can only shrink as others grow. With {@code x} rows added to the parts
 * {@code A} that lack some, the table has {@code n + x} rows, and each of {@code A} the share {@code s} of them: so
 * {@code n + x = (n - n_A) / (1 - s_A)}. Beginning with no part, all those are taken into {@code A} that lack rows of the
 * table so far; it grows each time, so that none taken in has too many later, and at most as often as there are parts.
 *
 * @param parts what is asked for; no row is of two
 * @param real  how many real rows there are of each
 * @param rows  how many real rows there are
 */
record Augmentation(List<Conditions.Part> parts, List<Long> real, long rows) {
    /** Less than what tells two shares apart, or two numbers of rows as shares of them all. */
    private static final double NOTHING = 1e-12;

    /**
     * Rows to add by part.
     *
     * @throws ConfigurationException if no number of them gives the shares
     */
    double[] missing() {
        boolean[] lacking = new boolean[parts.size()];
        double total = total(lacking);
        for (boolean grew = true; grew; ) {
            grew = false;
            for (int part = 0; part < lacking.length; part++) {
                if (!lacking[part] && (share(part) - NOTHING) * total > real.get(part)) {
                    lacking[part] = true;
                    grew = true;
                }
            }
            total = total(lacking);
        }
        double all = total;
        return IntStream.range(0, lacking.length)
                .mapToDouble(part -> lacking[part] ? share(part) * all - real.get(part) : fixed(part))
                .toArray();
    }

    /** Rows of the table in which the lacking parts have their shares. */
    private double total(boolean[] lacking) {
        double left = rows;
        double share = 1;
        for (int part = 0; part < lacking.length; part++) {
            left += fixed(part) - (lacking[part] ? real.get(part) : 0);
            share -= lacking[part] ? share(part) : 0;
        }
        if (share < NOTHING && left > NOTHING * rows) {
            throw new ConfigurationException("output.augment cannot give the shares asked for: they leave no room for "
                    + Math.round(left) + " real rows of other kinds, which are published too; ask for smaller shares");
        }
        return share < NOTHING ? rows : left / share;
    }

    private double share(int part) {
        return parts.get(part).share().orElse(0);
    }

    /** What a part lacks that asks for a number of rows. */
    private long fixed(int part) {
        return parts.get(part).rows().isPresent()
                ? Math.max(0, parts.get(part).rows().getAsLong() - real.get(part))
                : 0;
    }
}

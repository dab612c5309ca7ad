package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Conditions of which a row meets one at most. Where a row could meet two, rows that are drawn for one would count for the other
 * as well, and there would be more of it than was asked for.
 *
 * @param parts what is asked for
 * @param met   shape (parts, combinations): bit p is set where the values at place p meet the part
 */
record Apart(List<Conditions.Part> parts, long[][] met) {

    /**
     * Refuses conditions that one row can meet together.
     *
     * @param possible whether a combination can be drawn
     * @throws ConfigurationException naming two of them
     */
    void check(IntPredicate possible) {
        for (int part = 1; part < met.length; part++) {
            for (int other = 0; other < part; other++) {
                if (shared(met[other], met[part], possible)) {
                    throw new ConfigurationException(named(other) + " and " + named(part)
                            + " can be met by one row, so that there would be more rows of each than are asked for; say"
                            + " what tells them apart, such as: and not (...)");
                }
            }
        }
    }

    private static boolean shared(long[] one, long[] other, IntPredicate possible) {
        for (int combination = 0; combination < one.length; combination++) {
            if ((one[combination] & other[combination]) != 0 && possible.test(combination)) {
                return true;
            }
        }
        return false;
    }

    private String named(int part) {
        return parts.get(part).key() + " (" + parts.get(part).where() + ")";
    }
}

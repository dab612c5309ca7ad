package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first rows of a sample, on which most queries that a row suggests are out. A row suggests one condition a variable, by
 * its code there: which rows meet it is found once for all queries.
 */
final class Sieve {
    /** Sets of rows that are kept, 512 bytes each; others are found again. */
    private static final int MOST = 1 << 15;

    private final Released released;
    private final int[] medians;
    private final RowsByCode rows;
    /** By condition: the rows that meet it. */
    private final Map<Condition, long[]> meeting = new HashMap<>();

    Sieve(Released released, Block first) {
        this.released = released;
        this.rows = new RowsByCode(first);
        this.medians = new int[released.width()];
        Arrays.setAll(medians, released::median);
    }

    /** What is above the median, at least that; what is below, at most that; labels and missing values, equal. */
    Condition condition(int variable, int code) {
        if (!released.ordered(variable) || released.missing(variable, code)) {
            return Condition.equal(variable, code);
        }
        return code > medians[variable]
                ? Condition.atLeast(variable, code, released.variable(variable))
                : Condition.atMost(variable, code, released.variable(variable));
    }

    /** How many of the rows meet all conditions; any number above 1 where several do. */
    int matches(List<Condition> conditions) {
        long[][] sets = new long[conditions.size()][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = meeting(conditions.get(i));
        }
        int count = 0;
        for (int word = 0; word < sets[0].length && count <= 1; word++) {
            long left = sets[0][word];
            for (int i = 1; i < sets.length && left != 0; i++) {
                left &= sets[i][word];
            }
            count += Long.bitCount(left);
        }
        return count;
    }

    private long[] meeting(Condition condition) {
        long[] known = meeting.get(condition);
        if (known != null) {
            return known;
        }
        long[] found = rows.meeting(condition);
        if (meeting.size() < MOST) {
            meeting.put(condition, found);
        }
        return found;
    }
}

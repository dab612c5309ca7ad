package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.table.ConditionedRows;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be drawn, and which conditions it meets.
 *
 * @param parts   the conditions
 * @param leads   combinations of codes, and values of these
 * @param weights by combination, its probability
 * @param met     shape (conditions, combinations): bit p is set where the values at place p meet the condition
 */
record Possible(List<Conditions.Part> parts, ConditionedRows.Leads leads, double[] weights, long[][] met) {

    /** Whether one row can meet two conditions. */
    boolean overlap() {
        return IntStream.range(0, weights.length)
                .anyMatch(combination -> weights[combination] > 0 && twice(combination));
    }

    private boolean twice(int combination) {
        long seen = 0;
        for (long[] condition : met) {
            if ((seen & condition[combination]) != 0) {
                return true;
            }
            seen |= condition[combination];
        }
        return false;
    }

    /** All places of a combination. */
    long everywhere() {
        return leads.values() == Long.SIZE ? -1L : (1L << leads.values()) - 1;
    }

    /**
     * What to say where a condition is not met by anything likely enough.
     *
     * @param condition its position
     */
    String refusal(int condition) {
        return named(condition)
                + " is met by nothing that the model has seen; it is impossible, or so rare that"
                + " nothing of it was learned";
    }

    /** What to say where nothing likely enough meets no condition. */
    String refusal(long others) {
        return "output.conditions leave " + others + " rows that are to meet none of them ("
                + parts.stream().map(Conditions.Part::where).toList()
                + "), but the model has seen nothing that meets none; let shares sum to 1, or numbers to all rows";
    }

    /** A condition as messages call it. */
    String named(int condition) {
        return parts.get(condition).key() + " (" + parts.get(condition).where() + ")";
    }
}

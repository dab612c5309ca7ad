package io.understudy.model.copula;

import io.understudy.domain.Variable;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The coarser levels at which a variable meets the others in contingency tables.
 *
 * @param variable what is grouped
 * @param grouping level by code
 * @param masses   rows by level
 */
record Levels(Variable variable, Grouping grouping, long[] masses) {

    /**
     * At most {@code limit} levels of values: runs of codes of about equal mass where codes are ordered, otherwise the
     * most frequent codes and one level for all others. A missing code of an ordered variable is level 0, in addition.
     */
    static Levels of(Variable variable, Marginal codes, int limit) {
        Grouping grouping =
                variable.ordered() ? runs(variable, codes.counts(), limit) : Grouping.frequent(codes, limit - 1);
        long[] masses = new long[grouping.count()];
        codes.forEach((code, count) -> masses[grouping.group((int) code)] += count);
        return new Levels(variable, grouping, masses);
    }

    private static Grouping runs(Variable variable, long[] counts, int limit) {
        int first = variable.missing() ? 1 : 0;
        int[] runs = EqualMass.runs(Arrays.copyOfRange(counts, first, counts.length), limit);
        int[] levels = new int[counts.length];
        for (int code = first; code < counts.length; code++) {
            levels[code] = first + runs[code - first];
        }
        return new Grouping(levels, 1 + Arrays.stream(levels).max().orElse(0));
    }

    int count() {
        return masses.length;
    }

    /** Whether the order of the levels is ours to choose. */
    boolean free() {
        return !variable.ordered() && count() > 2;
    }

    /** The levels grouped again, into runs of about equal mass along the given order. */
    Grouping runs(int[] order, int limit) {
        int[] runs = EqualMass.runs(
                Arrays.stream(order).mapToLong(level -> masses[level]).toArray(), limit);
        int[] groups = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            groups[order[i]] = runs[i];
        }
        return new Grouping(groups, 1 + runs[runs.length - 1]);
    }

    /** All codes by the place of their level in the given order, ascending within a level. */
    int[] codes(int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return IntStream.range(0, grouping.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> place[grouping.group(code)]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

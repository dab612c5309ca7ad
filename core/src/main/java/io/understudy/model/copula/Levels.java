package io.understudy.model.copula;

import io.understudy.domain.Variable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The coarser levels at which a variable meets the others in contingency tables. */
final class Levels implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Variable variable;
    private final int[] levelOf;
    private final long[] masses;

    private Levels(Variable variable, int[] levelOf, long[] counts) {
        this.variable = variable;
        this.levelOf = levelOf;
        this.masses = new long[Arrays.stream(levelOf).max().orElse(0) + 1];
        for (int code = 0; code < counts.length; code++) {
            masses[levelOf[code]] += counts[code];
        }
    }

    /**
     * An ordered variable's levels are runs of codes of about equal mass, a missing code being a level of its own.
     *
     * @param counts rows by code
     * @param limit  most levels of values
     */
    static Levels ordered(Variable variable, long[] counts, int limit) {
        int first = variable.missing() ? 1 : 0;
        int[] runs = EqualMass.runs(Arrays.copyOfRange(counts, first, counts.length), limit);
        int[] levelOf = new int[counts.length];
        for (int code = first; code < counts.length; code++) {
            levelOf[code] = first + runs[code - first];
        }
        return new Levels(variable, levelOf, counts);
    }

    /**
     * A nominal variable's levels are its codes, except that the rarest share one where there are more than
     * {@code limit}.
     */
    static Levels nominal(Variable variable, long[] counts, int limit) {
        int[] levelOf = new int[counts.length];
        Arrays.fill(levelOf, limit - 1);
        int[] kept = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer code) -> -counts[code]))
                .limit(counts.length <= limit ? limit : limit - 1)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        for (int level = 0; level < kept.length; level++) {
            levelOf[kept[level]] = level;
        }
        return new Levels(variable, levelOf, counts);
    }

    Variable variable() {
        return variable;
    }

    int count() {
        return masses.length;
    }

    int level(int code) {
        return levelOf[code];
    }

    /** Rows by level. */
    long[] masses() {
        return masses.clone();
    }

    /** The codes of the levels in the given order of levels, ascending within a level. */
    int[] codes(int[] levelOrder) {
        int[] rank = new int[levelOrder.length];
        for (int i = 0; i < levelOrder.length; i++) {
            rank[levelOrder[i]] = i;
        }
        return IntStream.range(0, levelOf.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> rank[levelOf[code]]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

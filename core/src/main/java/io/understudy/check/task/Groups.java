package io.understudy.check.task;

import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The groups by which outcomes are compared: the labels of a column, or quarters of a number. Labels of fewer than k rows and
 * those beyond the {@value #MOST} most frequent are merged, and left out where all of them together are too few.
 *
 * @param column   its name
 * @param variable its position in the domain
 * @param groups   the group of each code; the last group takes no part
 * @param names    of the groups that take part: never a value, so that none leaves
 */
public record Groups(String column, int variable, Grouping groups, List<String> names) {
    /** The most labels that are groups of their own. */
    static final int MOST = 20;

    private static final int QUARTERS = 4;

    public Groups {
        names = List.copyOf(names);
    }

    /**
     * The groups of a variable.
     *
     * @param train the variable's table in the training rows
     * @param k     rows that a group has at least
     */
    public static Groups of(Space space, int variable, Marginal train, int k) {
        boolean number = space.axes().get(variable) instanceof Space.Numbers;
        Grouping coarse =
                number ? quarters(train) : Grouping.identity(train.domain().size(0));
        long[] rows = new long[coarse.count()];
        train.forEach((code, count) -> rows[coarse.group((int) code)] += count);
        int[] own = IntStream.range(0, rows.length)
                .filter(group -> rows[group] >= k)
                .boxed()
                .sorted((a, b) -> number ? Integer.compare(a, b) : Long.compare(rows[b], rows[a]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        long others = train.total()
                - Arrays.stream(own).mapToLong(group -> rows[group]).sum();
        return new Groups(
                space.domain().variable(variable).name(),
                variable,
                merged(coarse, own, others >= k),
                names(own, train, number, others >= k));
    }

    /** Missing by itself, if the column has missing values, and four parts of equal mass. */
    private static Grouping quarters(Marginal train) {
        int size = train.domain().size(0);
        boolean missing = train.domain().variable(0).missing();
        long present = train.total() - (missing ? train.count(0) : 0);
        int[] groups = new int[size];
        long below = 0;
        for (int code = missing ? 1 : 0; code < size; code++) {
            long middle = below + train.count(code) / 2;
            groups[code] = (missing ? 1 : 0) + (int) Math.min(QUARTERS - 1, QUARTERS * middle / Math.max(1, present));
            below += train.count(code);
        }
        return new Grouping(groups, QUARTERS + (missing ? 1 : 0));
    }

    private static Grouping merged(Grouping coarse, int[] own, boolean others) {
        int last = own.length + (others ? 1 : 0);
        int[] merged = new int[coarse.count()];
        Arrays.fill(merged, own.length);
        for (int rank = 0; rank < own.length; rank++) {
            merged[own[rank]] = rank;
        }
        return new Grouping(
                IntStream.range(0, coarse.size())
                        .map(code -> merged[coarse.group(code)])
                        .toArray(),
                last + 1);
    }

    private static List<String> names(int[] own, Marginal train, boolean number, boolean others) {
        boolean missing = train.domain().variable(0).missing();
        List<String> names = new ArrayList<>();
        for (int group : own) {
            boolean none = missing && group == 0;
            names.add(
                    none
                            ? "missing"
                            : number ? "quarter " + (group + (missing ? 0 : 1)) : "label " + (names.size() + 1));
        }
        if (others) {
            names.add("all others");
        }
        return names;
    }

    /** How many groups take part. */
    public int count() {
        return names.size();
    }

    /** What a finding about a group is called. */
    String subject(int group) {
        return column + ": " + names.get(group);
    }
}

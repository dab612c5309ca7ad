package io.understudy.check.privacy.disclosure;

import java.util.Arrays;

/**
 * The equivalence classes of a table: its rows by combination of quasi-identifiers, and within each its members by value of the
 * sensitive columns. Members are the entities that have rows there where it is known whose rows are, else the rows.
 */
final class Classes {
    private final long[] combinations;
    private final long[] rows;
    private final long[] members;
    private final Values[] values;

    /**
     * The values of one sensitive column, class after class.
     *
     * @param offset where each class begins; one entry more than there are classes
     * @param groups ascending within each class
     * @param counts members
     */
    record Values(int[] offset, int[] groups, long[] counts) {
        int distinct(int of) {
            return offset[of + 1] - offset[of];
        }

        /** The members of a class with this group. */
        long count(int of, int group) {
            int at = Arrays.binarySearch(groups, offset[of], offset[of + 1], group);
            return at < 0 ? 0 : counts[at];
        }
    }

    private Classes(long[] combinations, int columns) {
        this.combinations = combinations;
        rows = new long[combinations.length];
        members = new long[combinations.length];
        values = new Values[columns];
    }

    /** @param columns number of sensitive columns */
    static Classes of(Combinations counted, int columns) {
        long[] found = new long[counted.size()];
        int[] size = new int[1 + columns];
        counted.forEach((combination, value, count) -> {
            if (value == CountCombinations.ROWS) {
                found[size[0]] = combination;
            }
            if (value != CountCombinations.REPEATS) {
                size[CountCombinations.position(value) + 1]++;
            }
        });
        long[] combinations = Arrays.copyOf(found, size[0]);
        Arrays.sort(combinations);
        Classes classes = new Classes(combinations, columns);
        for (int column = 0; column < columns; column++) {
            classes.values[column] = classes.values(counted, column, size[column + 1]);
        }
        counted.forEach((combination, value, count) -> {
            if (value == CountCombinations.ROWS) {
                int at = classes.find(combination);
                classes.rows[at] = count;
                classes.members[at] += count;
            } else if (value == CountCombinations.REPEATS) {
                classes.members[classes.find(combination)] -= count;
            }
        });
        return classes;
    }

    private Values values(Combinations counted, int column, int size) {
        int[] offset = new int[combinations.length + 1];
        counted.forEach((combination, value, count) -> {
            if (CountCombinations.position(value) == column) {
                offset[find(combination) + 1]++;
            }
        });
        Arrays.parallelPrefix(offset, Integer::sum);
        int[] next = offset.clone();
        int[] groups = new int[size];
        long[] counts = new long[size];
        counted.forEach((combination, value, count) -> {
            if (CountCombinations.position(value) == column) {
                int at = find(combination);
                insert(groups, counts, offset[at], next[at]++, CountCombinations.group(value), count);
            }
        });
        return new Values(offset, groups, counts);
    }

    /** Puts an entry in its place among those of a class that are there already. */
    private static void insert(int[] groups, long[] counts, int from, int end, int group, long count) {
        int at = end;
        for (; at > from && groups[at - 1] > group; at--) {
            groups[at] = groups[at - 1];
            counts[at] = counts[at - 1];
        }
        groups[at] = group;
        counts[at] = count;
    }

    int size() {
        return combinations.length;
    }

    long combination(int of) {
        return combinations[of];
    }

    long rows(int of) {
        return rows[of];
    }

    long members(int of) {
        return members[of];
    }

    Values values(int column) {
        return values[column];
    }

    /** The position of a combination, negative where no row has it. */
    int find(long combination) {
        return Arrays.binarySearch(combinations, combination);
    }

    /** The rows that have a combination. */
    long rowsWith(long combination) {
        return of(rows, combination);
    }

    /** The members that have a combination. */
    long membersWith(long combination) {
        return of(members, combination);
    }

    private long of(long[] counts, long combination) {
        int at = find(combination);
        return at < 0 ? 0 : counts[at];
    }
}

package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.RowSample;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What the rows of an index hold. Rows of the same coordinates are one row of the index; where neighbouring numbers share
 * a rank position, they may differ in codes: then it has several contents.
 *
 * @param first  by row of the index: its first content; and one entry more, the number of contents
 * @param codes  one row a content
 * @param hashes of each content, as of {@link RowSample#contentHashes}
 * @param counts how many rows of the reference have each
 */
record Contents(int[] first, Block codes, long[] hashes, int[] counts) implements Serializable {

    /**
     * Gathers them.
     *
     * @param reference the rows that the points were made of
     * @param points    in the order of the index
     */
    static Contents of(Block reference, Points points) {
        int[] rows = inOrder(points);
        Gathering gathering = new Gathering(reference);
        int[] first = new int[points.rows() + 1];
        int at = 0;
        for (int i = 0; i < points.rows(); i++) {
            int end = at + points.counts[i];
            gathering.gather(rows, at, end);
            first[i + 1] = gathering.size;
            at = end;
        }
        return gathering.contents(first);
    }

    /** The rows of the reference, those of the same point side by side, points in their order. */
    private static int[] inOrder(Points points) {
        int[] next = new int[points.rows()];
        int sum = 0;
        for (int point = 0; point < next.length; point++) {
            next[points.numbers[point]] = sum;
            sum += points.counts[point];
        }
        int[] rows = new int[points.of.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[points.of[row]]++] = row;
        }
        return rows;
    }

    /** Contents that were seen so far. */
    private static final class Gathering {
        private final Block reference;
        private final long[] hashes;
        /** By content: a row of the reference that has it. */
        private final int[] positions;

        private final int[] counts;
        private int size;

        Gathering(Block reference) {
            this.reference = reference;
            hashes = RowSample.contentHashes(reference);
            positions = new int[hashes.length];
            counts = new int[hashes.length];
        }

        /** Adds the contents of the rows of one point. */
        void gather(int[] rows, int from, int to) {
            int first = size;
            for (int i = from; i < to; i++) {
                int content = first;
                while (content < size && !equal(positions[content], rows[i])) {
                    content++;
                }
                if (content == size) {
                    positions[size++] = rows[i];
                }
                counts[content]++;
            }
        }

        private boolean equal(int a, int b) {
            boolean equal = hashes[a] == hashes[b];
            for (int v = 0; v < reference.width() && equal; v++) {
                equal = reference.code(v, a) == reference.code(v, b);
            }
            return equal;
        }

        Contents contents(int[] first) {
            long[] kept = new long[size];
            Arrays.setAll(kept, content -> hashes[positions[content]]);
            return new Contents(first, reference.select(positions, size), kept, Arrays.copyOf(counts, size));
        }
    }

    /** Offers what a row of the index holds. */
    void offer(int row, int distance, Candidates found, int list) {
        for (int content = first[row]; content < first[row + 1]; content++) {
            if (found.admits(list, distance, hashes[content])) {
                found.offer(list, distance, hashes[content], codes(content), counts[content]);
            }
        }
    }

    /** How many rows of the reference, of those that the rows {@code from .. to} of the index stand for, meet all conditions. */
    long meeting(Condition[] conditions, int from, int to) {
        long count = 0;
        for (int content = first[from]; content < first[to]; content++) {
            count += meets(content, conditions) ? counts[content] : 0;
        }
        return count;
    }

    private boolean meets(int content, Condition[] conditions) {
        boolean meets = true;
        for (int i = 0; i < conditions.length && meets; i++) {
            meets = conditions[i].holds(codes.code(conditions[i].variable(), content));
        }
        return meets;
    }

    private int[] codes(int content) {
        int[] row = new int[codes.width()];
        Arrays.setAll(row, v -> codes.code(v, content));
        return row;
    }
}

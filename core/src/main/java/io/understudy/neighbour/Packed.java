package io.understudy.neighbour;

import java.io.Serializable;

/** Distinct rows in the words of a {@link Layout}. */
final class Packed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    /** {@code row * words + word}. */
    private final long[] labels;
    /** {@code row * numbers + number}. */
    private final int[] numbers;

    /** How many rows of the reference are equal to each. */
    private final int[] counts;
    /** A hash of each row's coordinates. */
    private final int[] hashes;

    /** The points in the order in which they lie. */
    Packed(Layout layout, Points points) {
        this.layout = layout;
        labels = new long[points.rows() * layout.words()];
        numbers = new int[points.rows() * layout.numbers()];
        counts = points.counts;
        hashes = points.hashes;
        for (int row = 0; row < counts.length; row++) {
            int at = row * points.metric.width();
            layout.pack(points.cells, at, labels, row * layout.words());
            for (int i = 0; i < layout.numbers(); i++) {
                numbers[row * layout.numbers() + i] = points.cells[at + layout.number(i)];
            }
        }
    }

    /** Offers a row as a neighbour of a query. */
    void offer(int row, int distance, int query, Neighbours found) {
        found.offer(query, distance, counts[row], hashes[row]);
    }

    /** How many rows of the reference are equal to a row. */
    int count(int row) {
        return counts[row];
    }

    /** The distance to a row; where it exceeds {@code limit}, any number above that. */
    int distance(Probe probe, int row, int limit) {
        int words = probe.labels.length;
        long[] guards = probe.columns.guards();
        int differing = 0;
        for (int word = 0; word < words; word++) {
            differing += Long.bitCount(
                    layout.differing(word, labels[row * words + word], probe.labels[word]) & guards[word]);
        }
        int sum = differing * Space.UNIT;
        int count = probe.numbers.length;
        for (int i = 0; i < count && sum <= limit; i++) {
            sum += Math.min(Math.abs(numbers[row * count + i] - probe.numbers[i]), probe.units[i]);
        }
        return sum;
    }
}

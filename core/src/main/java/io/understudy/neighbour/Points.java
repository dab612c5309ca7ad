package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distinct rows of a reference in the coordinates of a {@link Metric}, each with how often it occurs. An index moves
 * them about until they lie in its order.
 */
final class Points {
    private static final int MAX_CELLS = Integer.MAX_VALUE - 8;
    private static final int MAX_ROWS = 1 << 28;

    final Metric metric;
    /** Row by row: {@code row * width + variable}. */
    final int[] cells;
    /** How many rows of the reference are equal to each. */
    final int[] counts;
    /** A hash of each row's coordinates. */
    final int[] hashes;

    /** By row of the reference: the number of the row it equals. */
    final int[] of;
    /** The number of each row, which moves with it. */
    final int[] numbers;

    private Points(Metric metric, int[] cells, int size, int[] counts, int[] hashes, int[] of) {
        this.metric = metric;
        this.cells = Arrays.copyOf(cells, size * metric.width());
        this.counts = Arrays.copyOf(counts, size);
        this.hashes = Arrays.copyOf(hashes, size);
        this.of = of;
        this.numbers = IntStream.range(0, size).toArray();
    }

    static Points of(Metric metric, List<Block> blocks) {
        long rows = blocks.stream().mapToLong(Block::rows).sum();
        if (rows > MAX_ROWS || rows * metric.width() > MAX_CELLS) {
            throw new IllegalArgumentException(rows + " rows of " + metric.width() + " variables are more than "
                    + MAX_ROWS + " rows or " + MAX_CELLS + " cells; cut the reference into smaller tiles");
        }
        int[] cells = new int[(int) rows * metric.width()];
        int at = 0;
        for (Block block : blocks) {
            metric.read(block, cells, at);
            at += block.rows();
        }
        return distinct(metric, cells, at);
    }

    /** The hash of each row's coordinates: what {@link Neighbours#witness} is of rows like these. */
    static int[] hashes(Metric metric, Block block) {
        int width = metric.width();
        int[] cells = new int[block.rows() * width];
        metric.read(block, cells, 0);
        int[] hashes = new int[block.rows()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = (int) (hash(cells, row * width, width) >>> 32);
        }
        return hashes;
    }

    /** Moves the first of every set of equal rows to the front: open addressing by the rows' hashes. */
    private static Points distinct(Metric metric, int[] cells, int rows) {
        int width = metric.width();
        int[] slots = new int[Math.max(1, Integer.highestOneBit(rows) << 2)];
        int[] counts = new int[rows];
        int[] hashes = new int[rows];
        int[] of = new int[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            long hash = hash(cells, row * width, width);
            int slot = (int) hash & (slots.length - 1);
            while (slots[slot] != 0 && !equal(cells, (slots[slot] - 1) * width, row * width, width)) {
                slot = (slot + 1) & (slots.length - 1);
            }
            if (slots[slot] == 0) {
                System.arraycopy(cells, row * width, cells, size * width, width);
                hashes[size] = (int) (hash >>> 32);
                slots[slot] = ++size;
            }
            of[row] = slots[slot] - 1;
            counts[of[row]]++;
        }
        return new Points(metric, cells, size, counts, hashes, of);
    }

    private static long hash(int[] cells, int from, int width) {
        long hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = Hash.combine(hash, cells[i]);
        }
        return hash;
    }

    private static boolean equal(int[] cells, int a, int b, int width) {
        return Arrays.equals(cells, a, a + width, cells, b, b + width);
    }

    int rows() {
        return counts.length;
    }

    /** Moves the rows of {@code from .. to} that lie left of a cut to the front, and says where the others begin. */
    int partition(int from, int to, Split split) {
        int width = metric.width();
        int left = from;
        int right = to - 1;
        while (true) {
            while (left <= right && cells[left * width + split.variable()] < split.threshold()) {
                left++;
            }
            while (left < right && cells[right * width + split.variable()] >= split.threshold()) {
                right--;
            }
            if (left >= right) {
                return left;
            }
            swap(left++, right--);
        }
    }

    private void swap(int a, int b) {
        int width = metric.width();
        for (int i = a * width, j = b * width; i < (a + 1) * width; i++, j++) {
            int cell = cells[i];
            cells[i] = cells[j];
            cells[j] = cell;
        }
        swap(counts, a, b);
        swap(hashes, a, b);
        swap(numbers, a, b);
    }

    private static void swap(int[] array, int a, int b) {
        int kept = array[a];
        array[a] = array[b];
        array[b] = kept;
    }

    int coordinate(int row, int variable) {
        return cells[row * metric.width() + variable];
    }
}

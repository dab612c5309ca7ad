package io.understudy.neighbour;

import io.understudy.domain.Block;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact index of reference rows for mixed types: a k-d tree (Bentley 1975) whose every node carries the tight box of
 * its rows.
 *
 * <p>A box knows for each number the range and for each label the set (of codes modulo 64) among its rows, so the
 * distance of a query to it is at most that to any row inside. All variables count, not only those that were cut: where
 * columns go together, as in real tables, that prunes far more than either cut planes or the distance to a vantage point.
 * A node is left out only if none of its rows can be nearest, tied with the nearest, or second.
 *
 * <p>Memory: 4 bytes a cell of the distinct rows and, for nodes of 16 to 32 rows, about one more byte a cell.
 */
public final class BoxTree implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LEAF = 32;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private final Metric metric;
    private final Points points;
    /** By node, in preorder: the left child of a node is the next one. */
    private int[] from = new int[16];

    private int[] to = new int[16];
    /** The right child, 0 for a leaf. */
    private int[] right = new int[16];

    private int nodes;
    /** {@code node * width + variable}: low << 32 | high of a number, set of codes modulo 64 of a label. */
    private final long[] boxes;

    private BoxTree(Points unordered) {
        metric = unordered.metric;
        int[] order = IntStream.range(0, unordered.rows()).toArray();
        if (order.length > 0) {
            build(unordered, order, 0, order.length);
        }
        points = unordered.reordered(order);
        boxes = new long[nodes * metric.width()];
        for (int node = nodes - 1; node >= 0; node--) {
            enclose(node);
        }
    }

    /** Indexes all rows of the blocks; at most 2^28 of them and 2^31 cells. */
    public static BoxTree of(Space space, List<Block> reference) {
        return new BoxTree(Points.of(new Metric(space), reference));
    }

    private int build(Points unordered, int[] order, int first, int end) {
        int node = append(first, end);
        if (end - first > LEAF) {
            Split split = Split.of(unordered, order, first, end);
            int middle = partition(unordered, order, node, split);
            build(unordered, order, first, middle);
            int rest = build(unordered, order, middle, end);
            right[node] = rest;
        }
        return node;
    }

    private int append(int first, int end) {
        if (nodes == from.length) {
            from = Arrays.copyOf(from, 2 * nodes);
            to = Arrays.copyOf(to, 2 * nodes);
            right = Arrays.copyOf(right, 2 * nodes);
        }
        from[nodes] = first;
        to[nodes] = end;
        return nodes++;
    }

    private int partition(Points unordered, int[] order, int node, Split split) {
        int i = from[node];
        int j = to[node];
        while (i < j) {
            int row = order[i];
            if (unordered.coordinate(row, split.variable()) < split.threshold()) {
                i++;
            } else {
                order[i] = order[--j];
                order[j] = row;
            }
        }
        return i;
    }

    private void enclose(int node) {
        int width = metric.width();
        for (int v = 0; v < width; v++) {
            long box;
            if (right[node] != 0) {
                box = union(v, boxes[(node + 1) * width + v], boxes[right[node] * width + v]);
            } else {
                box = point(v, points.coordinate(from[node], v));
                for (int row = from[node] + 1; row < to[node]; row++) {
                    box = union(v, box, point(v, points.coordinate(row, v)));
                }
            }
            boxes[node * width + v] = box;
        }
    }

    /** Rows of the largest leaf: what a query scans at least. */
    int largestLeaf() {
        return IntStream.range(0, nodes)
                .filter(node -> right[node] == 0)
                .map(node -> to[node] - from[node])
                .max()
                .orElse(0);
    }

    private long point(int variable, int coordinate) {
        return metric.labels(variable) ? 1L << coordinate : (long) coordinate << 32 | coordinate;
    }

    private long union(int variable, long a, long b) {
        if (metric.labels(variable)) {
            return a | b;
        }
        return Math.min(a >>> 32, b >>> 32) << 32 | Math.max(a & LOW_WORD, b & LOW_WORD);
    }

    /** What is nearest to each row of a block coded like the reference. */
    public Neighbours nearest(Block queries) {
        Neighbours found = new Neighbours(queries.rows());
        int[] query = new int[queries.rows() * metric.width()];
        metric.read(queries, query, 0);
        for (int row = 0; row < queries.rows() && nodes > 0; row++) {
            visit(0, query, row, found);
        }
        return found;
    }

    private void visit(int node, int[] query, int row, Neighbours found) {
        if (right[node] == 0) {
            scan(node, query, row, found);
            return;
        }
        int near = node + 1;
        int far = right[node];
        int nearBound = bound(near, query, row, found.second(row));
        int farBound = bound(far, query, row, found.second(row));
        if (farBound < nearBound) {
            near = right[node];
            far = node + 1;
            int swapped = nearBound;
            nearBound = farBound;
            farBound = swapped;
        }
        if (!found.settled(row, nearBound)) {
            visit(near, query, row, found);
        }
        if (!found.settled(row, farBound)) {
            visit(far, query, row, found);
        }
    }

    /** The least distance of a query to any row in the node's box; where it exceeds {@code limit}, any number above it. */
    private int bound(int node, int[] query, int row, int limit) {
        int width = metric.width();
        int sum = 0;
        for (int v = 0; v < width && sum <= limit; v++) {
            int q = query[row * width + v];
            long box = boxes[node * width + v];
            if (metric.labels(v)) {
                sum += (box >>> q & 1) == 0 ? Space.UNIT : 0;
            } else {
                int beyond = Math.max((int) (box >>> 32) - q, q - (int) box);
                sum += metric.contribution(v, Math.max(0, beyond));
            }
        }
        return sum;
    }

    private void scan(int node, int[] query, int row, Neighbours found) {
        int width = metric.width();
        for (int i = from[node]; i < to[node]; i++) {
            int limit = found.second(row);
            int distance = metric.distance(query, row * width, points.cells, i * width, limit);
            if (distance <= limit) {
                found.offer(row, distance, points.counts[i], points.hashes[i]);
            }
        }
    }
}

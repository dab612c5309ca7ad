package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Blocks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * An exact index of reference rows for mixed types: a k-d tree (Bentley 1975) whose every node carries the tight box of
 * its rows.
 *
 * <p>A box knows for each number the range and for each label the set (of codes modulo 64) among its rows, so the
 * distance of a query to it is at most that to any row inside. All variables count, not only those that were cut: where
 * columns go together, as in real tables, that prunes far more than either cut planes or the distance to a vantage point.
 * A node is left out only if none of its rows can be nearest, tied with the nearest, or second.
 *
 * <p>Memory: 4 bytes a number and about one a label of the distinct rows, and for nodes of 8 to 16 rows about as much
 * again; their codes in a block, for those who ask what the nearest rows hold; while it is built, 4 bytes a cell besides.
 */
public final class BoxTree implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEPTH = 64;
    private static final int NOWHERE = -1;

    private final Metric metric;
    private final Layout layout;
    private final Packed rows;
    private final Contents contents;
    private final Boxes boxes;
    private final Nodes nodes;

    private BoxTree(Points points, Block reference) {
        metric = points.metric;
        layout = new Layout(metric);
        nodes = Nodes.of(points);
        rows = new Packed(layout, points);
        contents = Contents.of(reference, points);
        boxes = new Boxes(layout, nodes.size);
        for (int node = nodes.size - 1; node >= 0; node--) {
            int child = nodes.child[node];
            if (child == 0) {
                boxes.enclose(node, points, nodes.from[node], nodes.to[node]);
            } else {
                boxes.enclose(node, child, child + 1);
            }
        }
    }

    /** Indexes all rows of the blocks; at most 2^28 of them and 2^31 cells. */
    public static BoxTree of(Space space, List<Block> reference) {
        return new BoxTree(Points.of(new Metric(space), reference), Blocks.concatenate(space.domain(), reference));
    }

    /** Rows of the largest leaf: what a query scans at least. */
    int largestLeaf() {
        return nodes.largestLeaf();
    }

    /** What is nearest to each row of a block coded like the reference. */
    public Neighbours nearest(Block queries) {
        return nearest(queries, Limits.of(2, queries.rows()));
    }

    /** The same, as far as it is asked. */
    public Neighbours nearest(Block queries, Limits limits) {
        Neighbours found = new Neighbours(queries.rows());
        int[] cells = cells(queries);
        Probe probe = new Probe(layout);
        Pending pending = new Pending();
        for (int query = 0; query < queries.rows() && nodes.size > 0; query++) {
            if (limits.of(found, query) >= 0) {
                probe.turn(cells, query * metric.width());
                pending.push(0, 0);
                search(query, probe, pending, found, limits);
            }
        }
        return found;
    }

    private void search(int query, Probe probe, Pending pending, Neighbours found, Limits limits) {
        while (pending.pop(limits.of(found, query))) {
            int leaf = descend(pending.node, probe, limits.of(found, query), pending);
            if (leaf != NOWHERE) {
                scan(leaf, query, probe, found, limits);
            }
        }
    }

    private void scan(int leaf, int query, Probe probe, Neighbours found, Limits limits) {
        int limit = limits.of(found, query);
        int to = nodes.to[leaf];
        for (int row = nodes.from[leaf]; row < to; row++) {
            int distance = rows.distance(probe, row, limit);
            if (distance <= limit) {
                rows.offer(row, distance, query, found);
                limit = limits.of(found, query);
            }
        }
    }

    /** The coordinates of a block's rows, row by row. */
    int[] cells(Block queries) {
        int[] cells = new int[queries.rows() * metric.width()];
        metric.read(queries, cells, 0);
        return cells;
    }

    /** What asks about a row on some columns. */
    Probe probe(int[] columns) {
        return new Probe(layout, Columns.of(layout, columns));
    }

    /** Offers the contents that are nearest to what a probe is turned to. */
    void closest(Probe probe, Candidates found, int list) {
        Pending pending = new Pending();
        if (nodes.size > 0) {
            pending.push(0, 0);
        }
        while (pending.pop(found.farthest(list))) {
            int leaf = descend(pending.node, probe, found.farthest(list), pending);
            if (leaf != NOWHERE) {
                scan(leaf, probe, found, list);
            }
        }
    }

    private void scan(int leaf, Probe probe, Candidates found, int list) {
        for (int row = nodes.from[leaf]; row < nodes.to[leaf]; row++) {
            int farthest = found.farthest(list);
            int distance = rows.distance(probe, row, farthest);
            if (distance <= farthest) {
                contents.offer(row, distance, found, list);
            }
        }
    }

    /**
     * How many rows are at most so far from what probes are turned to, from each by its own measure.
     *
     * @param radii one a probe
     */
    long within(Probe[] probes, int[] radii) {
        Pending pending = new Pending();
        if (nodes.size > 0) {
            pending.push(0, 0);
        }
        long count = 0;
        while (pending.pop(0)) {
            int node = pending.node;
            if (mayHold(node, probes, radii)) {
                if (nodes.child[node] == 0) {
                    count += within(node, probes, radii);
                } else {
                    pending.push(nodes.child[node] + 1, 0);
                    pending.push(nodes.child[node], 0);
                }
            }
        }
        return count;
    }

    private boolean mayHold(int node, Probe[] probes, int[] radii) {
        boolean may = true;
        for (int i = 0; i < probes.length && may; i++) {
            may = boxes.bound(node, probes[i], radii[i]) <= radii[i];
        }
        return may;
    }

    private long within(int leaf, Probe[] probes, int[] radii) {
        long count = 0;
        for (int row = nodes.from[leaf]; row < nodes.to[leaf]; row++) {
            boolean inside = true;
            for (int i = 0; i < probes.length && inside; i++) {
                inside = rows.distance(probes[i], row, radii[i]) <= radii[i];
            }
            count += inside ? rows.count(row) : 0;
        }
        return count;
    }

    /** How many rows meet all conditions, exactly if they are fewer than {@code most}; at least so many if not. */
    long meeting(Condition[] conditions, long most) {
        Region region = new Region(layout, metric, conditions);
        Pending pending = new Pending();
        if (nodes.size > 0) {
            pending.push(0, 0);
        }
        long count = 0;
        while (count < most && pending.pop(0)) {
            int node = pending.node;
            if (boxes.mayHold(node, region)) {
                int child = nodes.child[node];
                if (child == 0) {
                    count += contents.meeting(conditions, nodes.from[node], nodes.to[node]);
                } else {
                    pending.push(child + 1, 0);
                    pending.push(child, 0);
                }
            }
        }
        return count;
    }

    /** Follows the nearer children down to a leaf, or nowhere if none is near enough; leaves the farther ones for later. */
    private int descend(int top, Probe probe, int limit, Pending pending) {
        int node = top;
        while (nodes.child[node] != 0) {
            int near = nodes.child[node];
            int far = near + 1;
            int nearBound = boxes.bound(near, probe, limit);
            int farBound = boxes.bound(far, probe, limit);
            if (farBound < nearBound) {
                near = far;
                far = nodes.child[node];
                int swapped = nearBound;
                nearBound = farBound;
                farBound = swapped;
            }
            if (nearBound > limit) {
                return NOWHERE;
            }
            if (farBound <= limit) {
                pending.push(far, farBound);
            }
            node = near;
        }
        return node;
    }

    /** Nodes that are still to be looked at, the last first. */
    private static final class Pending {
        private int[] nodes = new int[DEPTH];
        private int[] bounds = new int[DEPTH];
        private int size;
        /** What was popped last. */
        private int node;

        void push(int node, int bound) {
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * size);
                bounds = Arrays.copyOf(bounds, 2 * size);
            }
            nodes[size] = node;
            bounds[size++] = bound;
        }

        /** Takes the last node that is no farther than {@code limit}, and forgets those behind it; false without one. */
        boolean pop(int limit) {
            while (size > 0) {
                node = nodes[--size];
                if (bounds[size] <= limit) {
                    return true;
                }
            }
            return false;
        }
    }
}

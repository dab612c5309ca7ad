package io.understudy.model.bayes;

import io.understudy.domain.Room;

/**
 * Parts the rows of a block by the leaves that they reach in a tree.
 *
 * <p>A node's rows are parted in one loop over one column, without a branch on the answers: several times as fast as
 * following one row after another down the tree. And the rows of a leaf come together, so that its distribution or its
 * counts are read once.
 */
final class Routing {
    private final int[][] columns;
    private final int[] rows;
    private final int[] spare;
    private final Room room;
    /** Room for a crown: a set of ways a row, and the one that is left. */
    private long[] sets = {};

    private byte[] ways = {};

    /**
     * Routing over one block.
     *
     * @param columns codes, shape (variables, rows); only those that a tree asks about are read
     * @param count   how many rows
     */
    Routing(int[][] columns, int count) {
        this(columns, count, Room.NEW);
    }

    /** The same, within some room. */
    Routing(int[][] columns, int count, Room room) {
        this.columns = columns;
        this.room = room;
        this.rows = room.ints(count);
        this.spare = room.ints(count);
        for (int row = 0; row < count; row++) {
            rows[row] = row;
        }
    }

    /** Receives the rows that reach one leaf: entries {@code from .. to-1} of {@code rows}, in no defined order. */
    @FunctionalInterface
    interface Visitor {
        void visit(int leaf, int[] rows, int from, int to);
    }

    /** Visits every leaf that some row reaches, once. */
    void part(Tree tree, Visitor visitor) {
        int[] from = new int[tree.nodes()];
        int[] to = new int[tree.nodes()];
        to[0] = rows.length;
        part(tree, from, to, new int[tree.scores().size()][], visitor);
    }

    /** The same, with the upper questions asked at once. */
    void part(Crown crown, Visitor visitor) {
        Tree tree = crown.tree();
        if (!crown.pays()) {
            part(tree, visitor);
            return;
        }
        int[] exits = crown.exits();
        int[][] scored = new int[tree.scores().size()][];
        ways(crown, scored);
        int[] counts = new int[exits.length];
        for (int row = 0; row < rows.length; row++) {
            counts[ways[row]]++;
        }
        int[] from = new int[tree.nodes()];
        int[] to = new int[tree.nodes()];
        int[] next = new int[exits.length];
        int at = 0;
        for (int i = 0; i < exits.length; i++) {
            next[i] = at;
            from[exits[i]] = at;
            at += counts[i];
            to[exits[i]] = at;
        }
        for (int row = 0; row < rows.length; row++) {
            rows[next[ways[row]]++] = row;
        }
        part(tree, from, to, scored, visitor);
    }

    /** The way by which each row leaves a crown, at least of as many as there are rows; kept until rows are parted again. */
    byte[] ways(Crown crown) {
        ways(crown, new int[crown.tree().scores().size()][]);
        return ways;
    }

    private void ways(Crown crown, int[][] scored) {
        if (sets.length < rows.length) {
            sets = room.longs(rows.length);
            ways = room.bytes(rows.length);
        }
        int[][] codes = new int[crown.asked().length][];
        for (int i = 0; i < codes.length; i++) {
            int asked = crown.asked()[i];
            codes[i] = asked >= 0 ? columns[asked] : scores(crown.tree(), Tree.SCORE - asked, scored, 0, rows.length);
        }
        crown.ways(codes, rows.length, sets, ways);
    }

    /** Goes on from where rows are: entries {@code from .. to-1} of a node. */
    private void part(Tree tree, int[] from, int[] to, int[][] scored, Visitor visitor) {
        for (int node = 0; node < from.length; node++) {
            if (from[node] == to[node]) {
                continue;
            }
            if (tree.isLeaf(node)) {
                visitor.visit(tree.leaf(node), rows, from[node], to[node]);
                continue;
            }
            int asked = tree.variable(node);
            int[] codes = asked >= 0 ? columns[asked] : scores(tree, Tree.SCORE - asked, scored, from[node], to[node]);
            int middle = divide(tree, node, codes, from[node], to[node]);
            from[tree.below(node)] = from[node];
            to[tree.below(node)] = middle;
            from[tree.above(node)] = middle;
            to[tree.above(node)] = to[node];
        }
    }

    /** The codes of a score, at least of a node's rows: where a tree has many scores, each is asked for by few rows. */
    private int[] scores(Tree tree, int place, int[][] scored, int from, int to) {
        Score score = tree.scores().get(place);
        if (scored[place] == null) {
            scored[place] = scored.length == 1 ? score.of(columns, room.ints(rows.length)) : Score.none(rows.length);
        }
        if (scored.length > 1) {
            score.complete(columns, rows, from, to, scored[place]);
        }
        return scored[place];
    }

    /** Puts the rows that go below before those that go above; returns where these begin. */
    private int divide(Tree tree, int node, int[] codes, int from, int to) {
        long[] subset = tree.subset(node);
        int below = switch (subset.length) {
            case 0 -> byOrder(codes, tree.threshold(node), from, to);
            case 1 -> byWord(codes, subset[0], from, to);
            default -> bySubset(codes, subset, from, to);
        };
        System.arraycopy(spare, 0, rows, below, to - below);
        return below;
    }

    /** Every row is written to both sides, and only one of them moves on. */
    private int byOrder(int[] codes, int threshold, int from, int to) {
        int below = from;
        int above = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int isBelow = (codes[row] - threshold) >>> (Integer.SIZE - 1);
            rows[below] = row;
            spare[above] = row;
            below += isBelow;
            above += 1 - isBelow;
        }
        return below;
    }

    /** For at most 64 codes: what is asked stays in a register. */
    private int byWord(int[] codes, long subset, int from, int to) {
        int below = from;
        int above = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int isBelow = (int) (subset >>> codes[row]) & 1;
            rows[below] = row;
            spare[above] = row;
            below += isBelow;
            above += 1 - isBelow;
        }
        return below;
    }

    private int bySubset(int[] codes, long[] subset, int from, int to) {
        int below = from;
        int above = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int code = codes[row];
            int isBelow = (int) (subset[code >> 6] >>> code) & 1;
            rows[below] = row;
            spare[above] = row;
            below += isBelow;
            above += 1 - isBelow;
        }
        return below;
    }
}

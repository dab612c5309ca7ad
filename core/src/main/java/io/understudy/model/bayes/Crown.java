package io.understudy.model.bayes;

import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * The upper nodes of a tree, asked all at once: each code of each variable rules out some of at most {@value #MOST} ways out of
 * the crown, whatever other variables say, and one way is left (Lucchese et al., SIGIR 2015, who rank with "QuickScorer" by
 * such sets of bits). A row costs one lookup a variable and no branch, in the order in which rows lie, instead of a move a
 * question.
 *
 * <p>Law: the way that is left leads to the node that the row reaches question by question.
 *
 * @param tree  of which it is the crown
 * @param exits nodes where the ways out lead, leaves or inner ones, those below their questions first
 * @param asked what is asked about, as {@link Tree#variable}
 * @param left  for each of those by code: a bit a way, set where the code leaves it open
 */
record Crown(Tree tree, int[] exits, int[] asked, long[][] left) implements Serializable {
    /** Ways out: as many as a word has bits. */
    static final int MOST = Long.SIZE;
    /** Sets of a crown at most, 8 bytes each: more would not stay near the core, and a wide table has many trees. */
    static final int MOST_SETS = 1 << 14;
    /** With at most so many ways out, one question after the other is as quick. */
    private static final int FEW = 6;
    /** The same for rows that need not be parted. */
    private static final int FEWEST = 2;

    /**
     * The crown of a tree over a domain: as many of its nodes as there is room for, those first that most rows reach.
     *
     * @param rows that reach each leaf, of some that are typical
     */
    static Crown of(Tree tree, Domain domain, long[] rows) {
        boolean[] open = open(tree, domain, byNode(tree, rows));
        int[] exits = exits(tree, open);
        int[] places = new int[tree.nodes()];
        for (int i = 0; i < exits.length; i++) {
            places[exits[i]] = i;
        }
        TreeMap<Integer, long[]> left = new TreeMap<>();
        for (int node = 0; node < tree.nodes(); node++) {
            if (open[node]) {
                int codes = codes(tree, node, domain);
                ruleOut(
                        tree,
                        node,
                        span(tree, open, places, node),
                        left.computeIfAbsent(tree.variable(node), v -> all(codes, exits.length)));
            }
        }
        return new Crown(
                tree,
                exits,
                left.keySet().stream().mapToInt(Integer::intValue).toArray(),
                left.values().toArray(long[][]::new));
    }

    /** Without a crown's ways beyond the last, so that what no question rules out is a way. */
    private static long[] all(int codes, int ways) {
        long[] all = new long[codes];
        Arrays.fill(all, bits(0, ways));
        return all;
    }

    private static long[] byNode(Tree tree, long[] byLeaf) {
        long[] rows = new long[tree.nodes()];
        for (int node = rows.length - 1; node >= 0; node--) {
            rows[node] = tree.isLeaf(node) ? byLeaf[tree.leaf(node)] : rows[tree.below(node)] + rows[tree.above(node)];
        }
        return rows;
    }

    /** Which nodes ask. */
    private static boolean[] open(Tree tree, Domain domain, long[] rows) {
        boolean[] open = new boolean[tree.nodes()];
        PriorityQueue<Integer> next = new PriorityQueue<>(
                Comparator.<Integer>comparingLong(node -> -rows[node]).thenComparing(Comparator.naturalOrder()));
        next.add(0);
        Set<Integer> asked = new HashSet<>();
        int room = MOST_SETS;
        for (int ways = 1; ways < MOST && !next.isEmpty(); ) {
            int node = next.remove();
            if (tree.isLeaf(node) || !isKnown(tree, node)) {
                continue;
            }
            int sets = asked.contains(tree.variable(node)) ? 0 : codes(tree, node, domain);
            if (sets <= room) {
                open[node] = true;
                asked.add(tree.variable(node));
                room -= sets;
                ways++;
                next.add(tree.below(node));
                next.add(tree.above(node));
            }
        }
        return open;
    }

    /** Whether what a node asks about is known of all rows: of several scores each is only of those that reach it. */
    private static boolean isKnown(Tree tree, int node) {
        return tree.variable(node) >= 0 || tree.scores().size() == 1;
    }

    private static int codes(Tree tree, int node, Domain domain) {
        return tree.variable(node) >= 0 ? domain.size(tree.variable(node)) : Score.SIZE;
    }

    private static int[] exits(Tree tree, boolean[] open) {
        List<Integer> exits = new ArrayList<>();
        List<Integer> pending = new ArrayList<>(List.of(0));
        while (!pending.isEmpty()) {
            int node = pending.remove(pending.size() - 1);
            if (open[node]) {
                pending.add(tree.above(node));
                pending.add(tree.below(node));
            } else {
                exits.add(node);
            }
        }
        return exits.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The ways out of the two children of a node. */
    private record Span(long below, long above) {}

    private static Span span(Tree tree, boolean[] open, int[] places, int node) {
        int first = places[first(tree, open, node)];
        int middle = places[first(tree, open, tree.above(node))];
        int last = places[last(tree, open, node)];
        return new Span(bits(first, middle), bits(middle, last + 1));
    }

    private static int first(Tree tree, boolean[] open, int top) {
        int node = top;
        while (open[node]) {
            node = tree.below(node);
        }
        return node;
    }

    private static int last(Tree tree, boolean[] open, int top) {
        int node = top;
        while (open[node]) {
            node = tree.above(node);
        }
        return node;
    }

    /** Bits {@code from .. to-1}, at least one. */
    private static long bits(int from, int to) {
        return -1L >>> (Long.SIZE - (to - from)) << from;
    }

    private static void ruleOut(Tree tree, int node, Span ways, long[] left) {
        for (int code = 0; code < left.length; code++) {
            left[code] &= tree.isBelow(node, code) ? ~ways.above() : ~ways.below();
        }
    }

    /** Whether there are questions enough for rows to be parted by all at once. */
    boolean pays() {
        return exits.length > FEW;
    }

    /** Whether it asks all that the tree does, and more than would be as quick otherwise. */
    boolean isWhole() {
        return exits.length > FEWEST && Arrays.stream(exits).allMatch(tree::isLeaf);
    }

    /** Of a whole tree: the leaf at the end of each way. */
    int[] leaves() {
        return Arrays.stream(exits).map(tree::leaf).toArray();
    }

    /**
     * The way that is left to each row, by its place in {@code exits}.
     *
     * @param columns codes of what is asked about, in its order
     * @param sets    room for a set a row
     */
    void ways(int[][] columns, int rows, long[] sets, byte[] into) {
        int place = asked.length % 2 == 0 ? start(columns, sets, rows) : startAlone(columns, sets, rows);
        for (; place < asked.length; place += 2) {
            keep(left[place], columns[place], left[place + 1], columns[place + 1], sets, rows);
        }
        for (int row = 0; row < rows; row++) {
            into[row] = (byte) Long.numberOfTrailingZeros(sets[row]);
        }
    }

    private int startAlone(int[][] columns, long[] sets, int rows) {
        long[] ways = left[0];
        int[] codes = columns[0];
        for (int row = 0; row < rows; row++) {
            sets[row] = ways[codes[row]];
        }
        return 1;
    }

    /** Two variables at a time, so that sets are read and written half as often. */
    private int start(int[][] columns, long[] sets, int rows) {
        long[] ways = left[0];
        int[] codes = columns[0];
        long[] also = left[1];
        int[] others = columns[1];
        for (int row = 0; row < rows; row++) {
            sets[row] = ways[codes[row]] & also[others[row]];
        }
        return 2;
    }

    private static void keep(long[] left, int[] codes, long[] also, int[] others, long[] sets, int rows) {
        for (int row = 0; row < rows; row++) {
            sets[row] &= left[codes[row]] & also[others[row]];
        }
    }
}

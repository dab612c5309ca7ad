package io.understudy.model.bayes;

import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that are learned apart: those of one code of a variable, for every code that enough of them have, and the rest
 * together.
 *
 * <p>Conditional distributions that were learned apart are joined to one: its tree asks for the segment first and goes on as
 * that segment's does. So the model of all segments is a network like any other, drawn from and stored as such.
 *
 * @param variable position in the domain
 * @param codes    bit sets, one a segment; every code is in one of them
 */
record Segments(int variable, List<long[]> codes) {

    /**
     * Segments of at least so many rows each; the rest, where it has fewer, goes with the smallest of them.
     *
     * @param counts rows by code
     * @param least  rows
     * @throws NoSegmentsException where no code has that many
     */
    static Segments of(int variable, Marginal counts, long least) {
        long[] rows = counts.counts();
        List<Integer> large = IntStream.range(0, rows.length)
                .filter(code -> rows[code] >= least)
                .boxed()
                .sorted(Comparator.comparingLong(code -> -rows[code]))
                .toList();
        if (large.isEmpty()) {
            throw new NoSegmentsException(variable, least);
        }
        List<long[]> codes = large.stream()
                .map(code -> set(rows.length, List.of(code)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Integer> rest = IntStream.range(0, rows.length)
                .filter(code -> rows[code] < least)
                .boxed()
                .toList();
        if (rest.stream().mapToLong(code -> rows[code]).sum() >= least) {
            codes.add(set(rows.length, rest));
        } else {
            add(codes.get(codes.size() - 1), rest);
        }
        return new Segments(variable, List.copyOf(codes));
    }

    private static long[] set(int size, List<Integer> codes) {
        return add(new long[(size + Long.SIZE - 1) / Long.SIZE], codes);
    }

    private static long[] add(long[] set, List<Integer> codes) {
        codes.forEach(code -> set[code >> 6] |= 1L << code);
        return set;
    }

    /** One conditional distribution of those of all segments, in their order; all of the same variable. */
    TreeCpd join(List<TreeCpd> parts) {
        long smallest = parts.stream().mapToLong(TreeCpd::smallestLeaf).min().orElseThrow();
        return new TreeCpd(
                parts.get(0).variable(),
                new Joining(parts.stream().map(TreeCpd::tree).toList()).tree(),
                Distributions.join(parts.stream().map(TreeCpd::distributions).toList()),
                smallest);
    }

    /** Lays nodes out from the root down, so that leaves come in the order of segments. */
    private final class Joining {
        private final List<Tree> trees;
        private final int[] asked;
        private final int[] threshold;
        private final long[][] subset;
        private final int[] below;
        private final int[] above;
        private int nodes;
        private int leaves;
        private int scores;

        Joining(List<Tree> trees) {
            int size = trees.stream().mapToInt(Tree::nodes).sum() + trees.size() - 1;
            this.trees = trees;
            this.asked = new int[size];
            this.threshold = new int[size];
            this.subset = new long[size][];
            this.below = new int[size];
            this.above = new int[size];
        }

        Tree tree() {
            place(0, trees.size());
            return new Tree(
                    asked,
                    threshold,
                    subset,
                    below,
                    above,
                    trees.stream().flatMap(tree -> tree.scores().stream()).toList());
        }

        /** Places the trees of the segments {@code from .. to-1} under one node; returns it. */
        private int place(int from, int to) {
            if (to - from == 1) {
                return place(trees.get(from));
            }
            int node = nodes++;
            int middle = (from + to) >>> 1;
            asked[node] = variable;
            subset[node] = union(from, middle);
            below[node] = place(from, middle);
            above[node] = place(middle, to);
            return node;
        }

        private int place(Tree tree) {
            int root = nodes;
            int first = leaves;
            for (int node = 0; node < tree.nodes(); node++) {
                boolean leaf = tree.isLeaf(node);
                asked[root + node] = tree.variable(node) - (tree.variable(node) <= Tree.SCORE ? scores : 0);
                threshold[root + node] = tree.threshold(node);
                subset[root + node] = tree.subset(node);
                below[root + node] = tree.below(node) + (leaf ? first : root);
                above[root + node] = leaf ? 0 : tree.above(node) + root;
            }
            nodes += tree.nodes();
            leaves += tree.leaves();
            scores += tree.scores().size();
            return root;
        }

        private long[] union(int from, int to) {
            long[] union = codes.get(from).clone();
            for (long[] more : codes.subList(from + 1, to)) {
                for (int word = 0; word < union.length; word++) {
                    union[word] |= more[word];
                }
            }
            return union;
        }
    }
}

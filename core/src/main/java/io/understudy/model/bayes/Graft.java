package io.understudy.model.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A variable's ordinary tree with the trees of rare classes in front: rows of a class are first told apart by its tree, and then, in
 * each of its cells, by a copy of the ordinary one, whose leaves can be tilted. So what the copies are is a tree like any other.
 *
 * @param tree     of all; the ordinary one itself where there are no classes
 * @param ordinary the leaf of the ordinary tree that each leaf is a copy of
 * @param place    which of the classes each leaf is of, negative where it is of none
 * @param cell     the leaf of the class's tree that each leaf is of
 */
record Graft(Tree tree, int[] ordinary, int[] place, int[] cell) {
    private static final int NONE = -1;

    /** @param classes those before go first: a row of two is one of the first */
    static Graft of(Tree ordinary, List<ClassTree> classes) {
        if (classes.isEmpty()) {
            int[] none = new int[ordinary.leaves()];
            Arrays.fill(none, NONE);
            return new Graft(ordinary, IntStream.range(0, none.length).toArray(), none, new int[none.length]);
        }
        Node root = copy(ordinary, 0, null, NONE, 0);
        for (int place = classes.size() - 1; place >= 0; place--) {
            RareClass rare = classes.get(place).of();
            Node within = inFront(classes.get(place), 0, ordinary, place);
            root = new Node(rare.variable(), 0, rare.subset(), within, root, NONE, NONE, NONE);
        }
        return flattened(root, ordinary.scores());
    }

    /** A node under construction: a question, or a leaf, which knows what it is a copy of. */
    private record Node(
            int variable,
            int threshold,
            long[] subset,
            @Nullable Node below,
            @Nullable Node above,
            int ordinary,
            int place,
            int cell) {}

    private static Node inFront(ClassTree within, int node, Tree ordinary, int place) {
        Tree tree = within.tree();
        if (tree.isLeaf(node)) {
            return copy(ordinary, 0, within.of(), place, tree.leaf(node));
        }
        Node below = inFront(within, tree.below(node), ordinary, place);
        Node above = inFront(within, tree.above(node), ordinary, place);
        return question(tree, node, below, above);
    }

    private static Node question(Tree tree, int node, Node below, Node above) {
        return new Node(tree.variable(node), tree.threshold(node), tree.subset(node), below, above, NONE, NONE, NONE);
    }

    /** A copy of the ordinary tree, without the questions that a class answers. */
    private static Node copy(Tree tree, int node, @Nullable RareClass rare, int place, int cell) {
        if (tree.isLeaf(node)) {
            return new Node(Tree.LEAF, 0, Tree.ordered(), null, null, tree.leaf(node), place, cell);
        }
        if (rare != null && tree.variable(node) == rare.variable()) {
            int next = rare.goesBelow(tree, node) ? tree.below(node) : tree.above(node);
            return copy(tree, next, rare, place, cell);
        }
        Node below = copy(tree, tree.below(node), rare, place, cell);
        Node above = copy(tree, tree.above(node), rare, place, cell);
        return question(tree, node, below, above);
    }

    /** Nodes in breadth-first order, so that children come after their parent. */
    private static Graft flattened(Node root, List<Score> scores) {
        List<Node> nodes = new ArrayList<>(List.of(root));
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).below() != null) {
                nodes.add(Objects.requireNonNull(nodes.get(i).below()));
                nodes.add(Objects.requireNonNull(nodes.get(i).above()));
            }
        }
        int size = nodes.size();
        Tree tree = new Tree(new int[size], new int[size], new long[size][], new int[size], new int[size], scores);
        List<Node> leaves = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < size; i++) {
            Node node = nodes.get(i);
            boolean leaf = node.below() == null;
            tree.variable()[i] = node.variable();
            tree.threshold()[i] = node.threshold();
            tree.subset()[i] = node.subset();
            tree.below()[i] = leaf ? leaves.size() : next++;
            tree.above()[i] = leaf ? 0 : next++;
            if (leaf) {
                leaves.add(node);
            }
        }
        return new Graft(
                tree,
                leaves.stream().mapToInt(Node::ordinary).toArray(),
                leaves.stream().mapToInt(Node::place).toArray(),
                leaves.stream().mapToInt(Node::cell).toArray());
    }
}

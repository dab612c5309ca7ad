package io.understudy.model.bayes;

import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which variables are drawn and, for each, those that its tree may ask about.
 *
 * <p>Variables with few codes come first: their distributions are the best known, and what depends on them is then free
 * to ask about all of them. Rare flags come last: what others look like where a flag is raised would rest on few rows,
 * while its own tree rests on all of them and may ask about every other variable. A tree may ask about the earlier variables with the most mutual information, corrected for
 * what unrelated variables show by chance (Miller 1955).
 *
 * @param order   positions in the domain
 * @param parents by variable; only variables earlier in the order
 * @param rare    classes among the variables that were asked to come first, the rarest first
 */
record Structure(List<Integer> order, List<List<Integer>> parents, List<RareClass> rare) implements Serializable {
    /** Cells of all pair tables together: 64 MiB. */
    private static final long MOST_CELLS = 1 << 23;

    private static final int MOST_GROUPS = 32;
    private static final int LEAST_GROUPS = 4;

    /** Variables that the tree of a rare class may ask about. */
    private static final int MOST_OF_CLASS = 64;

    /** Two codes of which one has fewer than this share of the rows are a rare flag. */
    private static final double RARE = 0.1;

    static Structure learn(Table table, int maxParents) {
        return learn(table, maxParents, List.of());
    }

    /** @param leading variables that come before all others, in their order */
    static Structure learn(Table table, int maxParents, List<Integer> leading) {
        Domain domain = table.domain();
        List<Marginal> marginals = table.compute(Marginals.ofColumns(domain));
        List<Integer> order = IntStream.range(0, domain.width())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer v) -> leading.contains(v) ? leading.indexOf(v) : leading.size())
                        .thenComparing(v -> isRareFlag(marginals.get(v)))
                        .thenComparingInt(domain::size))
                .toList();
        double[][] information = information(table, groupings(domain, marginals));
        List<List<Integer>> parents = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            double[] told = information[v];
            parents.add(order.subList(0, order.indexOf(v)).stream()
                    .filter(parent -> told[parent] > 0)
                    .sorted(Comparator.comparingDouble((Integer parent) -> -told[parent]))
                    .limit(maxParents)
                    .sorted()
                    .toList());
        }
        return new Structure(order, parents, RareClass.among(leading, marginals));
    }

    /**
     * The same order and classes, with what trees may ask about found among rows of one segment.
     *
     * @param segment the variable of which these rows have the same code; it has no classes there
     */
    Structure among(Table rows, int maxParents, int segment) {
        return new Structure(
                order,
                learn(rows, maxParents, order).parents(),
                rare.stream().filter(one -> one.variable() != segment).toList());
    }

    /** The rare classes that are known when a variable is drawn. */
    List<RareClass> classes(int variable) {
        int place = order.indexOf(variable);
        return rare.stream()
                .filter(one -> order.indexOf(one.variable()) < place)
                .toList();
    }

    /**
     * The variables that the tree of a rare class may ask about: its candidate parents, and others that come before it. What
     * only some rows have to do with each other does not show in the information of all.
     */
    List<Integer> mayTellOfClass(int variable) {
        return Stream.concat(parents.get(variable).stream(), order.subList(0, order.indexOf(variable)).stream())
                .distinct()
                .limit(MOST_OF_CLASS)
                .sorted()
                .toList();
    }

    /** Mutual information of all pairs in nats less what chance gives, from coarse contingency tables; shape (width, width). */
    private static double[][] information(Table table, List<Grouping> groupings) {
        Domain domain = table.domain();
        int width = domain.width();
        double[][] information = new double[width][width];
        if (width < 2) {
            return information;
        }
        List<Clique> pairs = new ArrayList<>();
        for (int a = 0; a < width; a++) {
            for (int b = a + 1; b < width; b++) {
                pairs.add(Clique.of(a, b));
            }
        }
        for (Marginal pair : table.compute(new Marginals(domain, pairs, groupings))) {
            int a = pair.clique().variables().get(0);
            int b = pair.clique().variables().get(1);
            information[a][b] = information(pair);
            information[b][a] = information[a][b];
        }
        return information;
    }

    private static boolean isRareFlag(Marginal variable) {
        long[] counts =
                Arrays.stream(variable.counts()).filter(count -> count > 0).toArray();
        return counts.length == 2 && Math.min(counts[0], counts[1]) < RARE * variable.total();
    }

    private static List<Grouping> groupings(Domain domain, List<Marginal> marginals) {
        int width = domain.width();
        long pairs = (long) width * (width - 1) / 2;
        int most = (int) Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, Math.sqrt((double) MOST_CELLS / pairs)));
        return IntStream.range(0, width)
                .mapToObj(v -> domain.variable(v).ordered()
                        ? Grouping.equalMass(marginals.get(v), most)
                        : Grouping.frequent(marginals.get(v), most - 1))
                .toList();
    }

    private static double information(Marginal pair) {
        int columns = pair.domain().size(1);
        long[] counts = pair.counts();
        long[] rowSums = new long[pair.domain().size(0)];
        long[] columnSums = new long[columns];
        for (int cell = 0; cell < counts.length; cell++) {
            rowSums[cell / columns] += counts[cell];
            columnSums[cell % columns] += counts[cell];
        }
        double joint = sum(counts) + nLogN(pair.total()) - sum(rowSums) - sum(columnSums);
        double chance = (occurring(rowSums) - 1) * (occurring(columnSums) - 1) / 2;
        return pair.total() == 0 ? 0 : (joint - chance) / pair.total();
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += nLogN(count);
        }
        return sum;
    }

    private static double occurring(long[] counts) {
        int occurring = 0;
        for (long count : counts) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring;
    }

    private static double nLogN(long n) {
        return n < 2 ? 0 : n * StrictMath.log((double) n);
    }
}

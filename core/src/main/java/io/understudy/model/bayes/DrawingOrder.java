package io.understudy.model.bayes;

import io.understudy.domain.Domain;
import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order in which variables are drawn.
 *
 * <p>Variables with few codes come first, and labels: their distributions are the best known, and what depends on them is then
 * free to ask about all of them. Quantities, which are ordered and have many codes, follow each other by what those before tell of them, so
 * that what all but decides another stands right before it, and a tree's leaves are not spent on what comes later (as the chains of
 * Chow and Liu 1968 grow). Rare flags come last: what others look like where a flag is raised would rest on few rows, while its
 * own tree rests on all of them and may ask about every other variable.
 *
 * @param leading variables that come before all others, in their order
 */
record DrawingOrder(Domain domain, List<Marginal> marginals, PairTables pairs, List<Integer> leading) {
    /** Two codes of which one has fewer than this share of the rows are a rare flag. */
    private static final double RARE = 0.1;
    /** Ordered codes up to which a variable is one of few. */
    private static final int FEW = 64;

    private enum Kind {
        LEADING,
        OTHER,
        QUANTITY,
        RARE_FLAG
    }

    /** Positions in the domain. */
    List<Integer> variables() {
        var byKind = IntStream.range(0, domain.width())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer v) -> leading.contains(v) ? leading.indexOf(v) : leading.size())
                        .thenComparingInt(domain::size))
                .collect(Collectors.groupingBy(this::kind));
        List<Integer> order = new ArrayList<>(byKind.getOrDefault(Kind.LEADING, List.of()));
        order.addAll(byKind.getOrDefault(Kind.OTHER, List.of()));
        chain(byKind.getOrDefault(Kind.QUANTITY, List.of()), order);
        order.addAll(byKind.getOrDefault(Kind.RARE_FLAG, List.of()));
        return List.copyOf(order);
    }

    private Kind kind(int variable) {
        if (leading.contains(variable)) {
            return Kind.LEADING;
        }
        if (isRareFlag(marginals.get(variable))) {
            return Kind.RARE_FLAG;
        }
        boolean quantity = domain.variable(variable).ordered() && domain.size(variable) > FEW;
        return quantity ? Kind.QUANTITY : Kind.OTHER;
    }

    private static boolean isRareFlag(Marginal variable) {
        long[] counts =
                Arrays.stream(variable.counts()).filter(count -> count > 0).toArray();
        return counts.length == 2 && Math.min(counts[0], counts[1]) < RARE * variable.total();
    }

    /** Puts that one next of which all before it tell most together, counted pair by pair. */
    private void chain(List<Integer> quantities, List<Integer> order) {
        List<Integer> left = new ArrayList<>(quantities);
        double[] told = new double[domain.width()];
        for (int v : left) {
            order.forEach(before -> told[v] += pairs.information(v, before));
        }
        while (!left.isEmpty()) {
            int next = left.get(0);
            for (int v : left) {
                next = told[v] > told[next] ? v : next;
            }
            order.add(next);
            left.remove(Integer.valueOf(next));
            for (int v : left) {
                told[v] += pairs.information(v, next);
            }
        }
    }
}

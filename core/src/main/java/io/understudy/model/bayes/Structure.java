package io.understudy.model.bayes;

import io.understudy.domain.Domain;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order in which variables are drawn and, for each, those that its tree may ask about.
 *
 * <p>The order is that of {@link DrawingOrder}. A tree may ask about the earlier variables with the most mutual information,
 * corrected for what unrelated variables show by chance (Miller 1955).
 *
 * @param order   positions in the domain
 * @param parents by variable; only variables earlier in the order
 * @param rare    classes among the variables that were asked to come first, the rarest first
 * @param scores  by variable, what earlier ones tell of it together; of those that have one
 */
record Structure(List<Integer> order, List<List<Integer>> parents, List<RareClass> rare, Map<Integer, Score> scores)
        implements Serializable {
    /** Variables that the tree of a rare class may ask about. */
    private static final int MOST_OF_CLASS = 64;

    /** @param leading variables that come before all others, in their order */
    static Structure learn(Table table, TreeNetworkSettings settings, List<Integer> leading) {
        Domain domain = table.domain();
        List<Marginal> marginals = table.compute(Marginals.ofColumns(domain));
        PairTables pairs = PairTables.count(table, marginals, settings.rowsOfK());
        List<Integer> order = new DrawingOrder(domain, marginals, pairs, leading).variables();
        List<List<Integer>> parents = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            double[] told = new double[domain.width()];
            List<Integer> before = order.subList(0, order.indexOf(v));
            for (int parent : before) {
                told[parent] = pairs.information(v, parent);
            }
            parents.add(before.stream()
                    .filter(parent -> told[parent] > 0)
                    .sorted(Comparator.comparingDouble((Integer parent) -> -told[parent]))
                    .limit(settings.maxParents())
                    .sorted()
                    .toList());
        }
        ScoreFit scoring = new ScoreFit(domain, marginals, pairs, settings.rowsPerEntity());
        Map<Integer, Score> scores = new HashMap<>();
        for (int v = 0; v < domain.width(); v++) {
            int variable = v;
            scoring.fit(v, parents.get(v)).ifPresent(score -> scores.put(variable, score));
        }
        return new Structure(order, parents, RareClass.among(leading, marginals), scores);
    }

    /**
     * The same order and classes, with what trees may ask about found among rows of one segment.
     *
     * @param segment the variable of which these rows have the same code; it has no classes there
     */
    Structure among(Table rows, TreeNetworkSettings settings, int segment) {
        Structure there = learn(rows, settings, order);
        return new Structure(
                order,
                there.parents(),
                rare.stream().filter(one -> one.variable() != segment).toList(),
                there.scores());
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
}

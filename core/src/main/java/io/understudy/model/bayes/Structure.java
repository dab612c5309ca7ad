package io.understudy.model.bayes;

import io.understudy.domain.Domain;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which variables are drawn and, for each, those that its tree may ask about.
 *
 * @param order   positions in the domain
 * @param parents by variable; only variables earlier in the order
 */
record Structure(List<Integer> order, List<List<Integer>> parents) {

    static Structure learn(Table table, int maxParents) {
        Domain domain = table.domain();
        List<Integer> order = IntStream.range(0, domain.width())
                .boxed()
                .sorted(Comparator.comparingInt(domain::size))
                .toList();
        List<List<Integer>> parents = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            parents.add(order.subList(0, order.indexOf(v)));
        }
        return new Structure(order, parents);
    }
}

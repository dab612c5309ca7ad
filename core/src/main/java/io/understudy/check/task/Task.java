package io.understudy.check.task;

import io.understudy.check.Assessed;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a table.
 *
 * @param target what to predict
 * @param groups by which to compare, one entry a sensitive column other than the target
 */
public record Task(Target target, List<Groups> groups) {

    public Task {
        groups = List.copyOf(groups);
    }

    /**
     * Looks up the columns in the training rows, in one pass; sensitive ones that are not compared, such as identifiers, are left out.
     *
     * @param k rows that a class or a group has at least
     * @return empty if the target is not compared or does not vary
     */
    public static Optional<Task> of(Assessed tables, String target, List<String> sensitive, int k) {
        Domain domain = tables.space().domain();
        List<String> names = domain.variables().stream().map(Variable::name).toList();
        if (!names.contains(target)) {
            return Optional.empty();
        }
        List<Integer> columns = sensitive.stream()
                .filter(name -> !name.equals(target))
                .map(names::indexOf)
                .filter(v -> v >= 0)
                .toList();
        List<Clique> asked = new ArrayList<>(List.of(Clique.of(names.indexOf(target))));
        columns.forEach(v -> asked.add(Clique.of(v)));
        List<Marginal> train = tables.train().compute(new Marginals(domain, asked));
        List<Groups> groups = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            groups.add(Groups.of(tables.space(), columns.get(i), train.get(i + 1), k));
        }
        return Target.of(tables.space(), names.indexOf(target), train.get(0), k)
                .map(found -> new Task(
                        found, groups.stream().filter(one -> one.count() > 1).toList()));
    }
}

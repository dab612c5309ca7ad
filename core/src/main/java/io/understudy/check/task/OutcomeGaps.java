package io.understudy.check.task;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;

/**
 * How unequally outcomes fall on groups, in all synthetic rows beside all real ones. For each sensitive column
 * {@code bias.outcome-gap}, the largest difference of a group's rate of an outcome to another's; and {@code bias.outcome-rate} of
 * each group where the target has a single outcome. Its baseline is that of the real rows: where the low end of a gap's
 * interval lies above it, synthesis has widened the gap.
 *
 * @param columns    names of the sensitive columns
 * @param k          rows that a group has at least
 * @param confidence of the intervals
 */
public record OutcomeGaps(String target, List<String> columns, int k, double confidence) implements Check {
    /** The name of checks on bias. */
    public static final String NAME = "bias";

    public OutcomeGaps {
        columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        return Task.of(tables, target, columns, k)
                .filter(task -> !task.groups().isEmpty())
                .map(task -> findings(tables, task))
                .orElse(List.of());
    }

    private List<Finding> findings(Assessed tables, Task task) {
        Marginals pairs = pairs(tables.space().domain(), task);
        List<Marginal> train = tables.train().compute(pairs);
        List<Marginal> holdout = tables.holdout().compute(pairs);
        List<Marginal> synthetic = tables.synthetic().compute(pairs);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < task.groups().size(); i++) {
            Groups groups = task.groups().get(i);
            Outcomes real = Outcomes.of(task.target(), groups, train.get(i))
                    .and(Outcomes.of(task.target(), groups, holdout.get(i)));
            Outcomes ours = Outcomes.of(task.target(), groups, synthetic.get(i));
            findings.addAll(compare(groups, ours, real));
        }
        return findings;
    }

    private List<Finding> compare(Groups groups, Outcomes ours, Outcomes real) {
        List<Finding> findings = new ArrayList<>();
        Outcomes.Widest widest = ours.widest();
        Outcomes.Widest before = real.widest();
        if (Double.isNaN(widest.gap()) || Double.isNaN(before.gap())) {
            return List.of();
        }
        double z = Interval.z(1 - (1 - confidence) / ours.differences());
        double half = z * Math.sqrt(widest.variance() + before.variance());
        findings.add(new Finding(
                NAME,
                "outcome-gap",
                groups.column(),
                widest.gap(),
                Math.max(0, widest.gap() - half),
                Math.min(1, widest.gap() + half),
                before.gap()));
        for (int group = 0; ours.single() && group < groups.count(); group++) {
            if (ours.rows(group) > 0 && real.rows(group) > 0) {
                Interval interval =
                        Interval.wilson(ours.rate(0, group), (double) ours.rows(group), Interval.z(confidence));
                findings.add(new Finding(
                        NAME,
                        "outcome-rate",
                        groups.subject(group),
                        ours.rate(0, group),
                        interval.low(),
                        interval.high(),
                        real.rate(0, group)));
            }
        }
        return findings;
    }

    private static Marginals pairs(Domain domain, Task task) {
        List<Grouping> groupings = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            groupings.add(Grouping.identity(domain.size(v)));
        }
        groupings.set(task.target().variable(), task.target().grouping());
        task.groups().forEach(groups -> groupings.set(groups.variable(), groups.groups()));
        List<Clique> cliques = task.groups().stream()
                .map(groups -> Clique.of(groups.variable(), task.target().variable()))
                .toList();
        return new Marginals(domain, cliques, groupings);
    }
}

package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SDMetrics' Column Pair Trends, as errors 0 .. 1: half the difference of Pearson's correlations for two numbers,
 * otherwise the total variation distance of the contingency tables, numbers in ten bins of the training range. Exact
 * within the bounds of {@link PairPlan}. Beside them {@code correlation-error}, the mean difference of correlations.
 */
final class PairTrends {
    private PairTrends() {}

    /** One finding a pair and their mean. */
    static List<Finding> findings(Assessed tables, PairPlan plan) {
        return findings(tables, plan, Set.of());
    }

    /** One finding a pair and their mean; pairs of two kept columns are left out. */
    static List<Finding> findings(Assessed tables, PairPlan plan, Set<String> kept) {
        List<Clique> pairs = plan.pairs().stream()
                .filter(pair -> !allKept(tables.space().domain().project(pair), kept))
                .toList();
        Map<Clique, Errors> errors = new HashMap<>();
        List<PairPass> passes = plan.passes(pairs);
        passes.forEach(pass -> measure(pass, tables, errors));
        Scores scores = new Scores("pair-trend", "trend-error");
        for (Clique pair : pairs) {
            Errors error = errors.getOrDefault(pair, Errors.UNDEFINED);
            scores.add(subject(tables.space().domain().project(pair)), error.synthetic, error.holdout);
        }
        List<Finding> findings = new ArrayList<>(scores.findings());
        correlationError(passes, errors).ifPresent(findings::add);
        return findings;
    }

    /** The mean difference of the two correlation matrices' entries, where there are numbers to correlate. */
    private static Optional<Finding> correlationError(List<PairPass> passes, Map<Clique, Errors> errors) {
        List<Errors> correlated = passes.stream()
                .flatMap(pass -> pass.correlated().stream())
                .map(pair -> errors.getOrDefault(pair, Errors.UNDEFINED))
                .filter(error -> !Double.isNaN(error.synthetic) && !Double.isNaN(error.holdout))
                .toList();
        double synthetic =
                2 * correlated.stream().mapToDouble(Errors::synthetic).average().orElse(0);
        double holdout =
                2 * correlated.stream().mapToDouble(Errors::holdout).average().orElse(0);
        return correlated.isEmpty()
                ? Optional.empty()
                : Optional.of(Scores.finding("correlation-error", "", synthetic, holdout));
    }

    private static boolean allKept(Domain pair, Set<String> kept) {
        return pair.variables().stream().allMatch(variable -> kept.contains(variable.name()));
    }

    private static String subject(Domain pair) {
        return pair.variable(0).name() + " × " + pair.variable(1).name();
    }

    /** Of one pair. */
    private record Errors(double synthetic, double holdout) {
        static final Errors UNDEFINED = new Errors(Double.NaN, Double.NaN);
    }

    private static void measure(PairPass pass, Assessed tables, Map<Clique, Errors> errors) {
        PairPass.Counted train = pass.count(tables.train());
        PairPass.Counted holdout = pass.count(tables.holdout());
        PairPass.Counted synthetic = pass.count(tables.synthetic());
        for (int i = 0; i < pass.tabled().size(); i++) {
            Errors error = new Errors(train.tableError(i, synthetic), train.tableError(i, holdout));
            errors.put(pass.tabled().get(i), error);
        }
        for (int i = 0; i < pass.correlated().size(); i++) {
            Errors error = new Errors(train.correlationError(i, synthetic), train.correlationError(i, holdout));
            errors.put(pass.correlated().get(i), error);
        }
    }
}

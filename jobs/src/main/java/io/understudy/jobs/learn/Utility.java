package io.understudy.jobs.learn;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.task.Comparison;
import io.understudy.check.task.Gap;
import io.understudy.check.task.Groups;
import io.understudy.check.task.OutcomeGaps;
import io.understudy.check.task.Predicted;
import io.understudy.check.task.RankAgreement;
import io.understudy.check.task.Scores;
import io.understudy.check.task.Target;
import io.understudy.check.task.Task;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether models that learn from synthetic rows serve on real ones: trained on synthetic, tested on real (Esteban et al. 2017),
 * beside models of as many training rows, on the same held-out rows. Findings {@code quality.tstr-*}, see {@link Scores};
 * {@code quality.importance-agreement}; and of each sensitive column {@code bias.parity-gap}, {@code bias.odds-gap} and
 * {@code bias.error-gap}, see {@link Gap}.
 *
 * <p>Two forests of either kind, of halves of a sample, tell what chance of training does. At most {@value #ROWS} rows a forest
 * and to try it, always the same ones in the same order. Nothing is found with fewer than {@value #LEAST}.
 *
 * @param confidence of the intervals
 */
public record Utility(Question question, double confidence, long seed) implements Check {
    static final int ROWS = 10_000;
    static final int LEAST = 250;
    private static final int FEW_FEATURES = 3;

    /**
     * What is asked of the table.
     *
     * @param target    the column to predict
     * @param sensitive columns by whose groups errors are compared
     * @param k         rows that a class or a group has at least
     */
    public record Question(String target, List<String> sensitive, int k) {
        public Question {
            sensitive = List.copyOf(sensitive);
        }
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        return Task.of(tables, question.target(), question.sensitive(), question.k())
                .filter(task -> tables.space().domain().width() > 1)
                .map(task -> measure(tables, task))
                .orElse(List.of());
    }

    private List<Finding> measure(Assessed tables, Task task) {
        Features features = new Features(
                tables.space(),
                tables.train().compute(Marginals.ofColumns(tables.space().domain())),
                IntStream.range(0, tables.space().domain().width())
                        .filter(v -> v != task.target().variable())
                        .toArray());
        Examples real = examples(tables.train(), features, task, 2 * ROWS);
        Examples synthetic = examples(tables.synthetic(), features, task, 2 * ROWS);
        Examples test = examples(tables.holdout(), features, task, ROWS);
        int rows = Math.min(ROWS, Math.min(real.size(), synthetic.size()) / 2);
        if (Math.min(rows, test.size()) < LEAST) {
            return List.of();
        }
        Forest.Plan plan = new Forest.Plan(features, task.target().classes(), seed);
        Trained ofReal = Trained.on(real, rows, plan);
        Trained ofSynthetic = Trained.on(synthetic, rows, plan);
        List<Finding> findings = new ArrayList<>(new Comparison(
                        ofReal.predict(test, task.target()), ofSynthetic.predict(test, task.target()), confidence, seed)
                .findings(asked(task, test)));
        if (features.width() > FEW_FEATURES) {
            findings.add(agreement(ofReal, ofSynthetic));
        }
        return findings;
    }

    private Examples examples(Table table, Features features, Task task, int rows) {
        return Examples.of(table.sample(rows, seed), features, task, seed);
    }

    private List<Comparison.Asked> asked(Task task, Examples test) {
        List<Comparison.Asked> asked = new ArrayList<>();
        Scores.of(task.target()).forEach(score -> asked.add(new Comparison.Asked(name(), score, "")));
        for (int i = 0; i < task.groups().size(); i++) {
            Groups column = task.groups().get(i);
            int[] groups = test.groups(i);
            for (Gap.Kind kind : Gap.Kind.values()) {
                Gap gap = new Gap(kind, groups, column.count(), question.k());
                asked.add(new Comparison.Asked(OutcomeGaps.NAME, gap, column.column()));
            }
        }
        return asked;
    }

    /** How alike the ranks of what matters are: between models of synthetic and of real rows, and of real rows alone. */
    private Finding agreement(Trained real, Trained synthetic) {
        double[] across = real.forests().stream()
                .flatMap(theirs -> synthetic.forests().stream()
                        .map(ours -> RankAgreement.of(theirs.importances(), ours.importances())))
                .mapToDouble(Double::doubleValue)
                .toArray();
        double baseline = RankAgreement.of(
                real.forests().get(0).importances(), real.forests().get(1).importances());
        return new Finding(
                name(),
                "importance-agreement",
                "",
                DoubleStream.of(across).average().orElse(0),
                DoubleStream.of(across).min().orElse(0),
                DoubleStream.of(across).max().orElse(0),
                baseline);
    }

    /** Forests of two halves. */
    private record Trained(List<Examples> halves, List<Forest> forests) {

        static Trained on(Examples rows, int size, Forest.Plan plan) {
            List<Examples> halves = List.of(rows.half(0, size), rows.half(1, size));
            return new Trained(
                    halves,
                    halves.stream()
                            .map(half -> plan.grow(half.features(), half.truth()))
                            .toList());
        }

        List<Predicted> predict(Examples test, Target target) {
            List<Predicted> predicted = new ArrayList<>();
            for (int i = 0; i < forests.size(); i++) {
                double[] learned = halves.get(i).truth();
                double[] shares = IntStream.range(0, target.outcomes())
                        .mapToDouble(outcome -> DoubleStream.of(learned)
                                .map(value -> target.happens(outcome, value) ? 1 : 0)
                                .average()
                                .orElse(0))
                        .toArray();
                predicted.add(
                        new Predicted(target, test.truth(), scores(forests.get(i), test.features(), target), shares));
            }
            return predicted;
        }

        private static double[][] scores(Forest forest, double[][] rows, Target target) {
            double[][] said = forest.predict(rows);
            double[][] scores = new double[target.outcomes()][rows.length];
            for (int row = 0; row < rows.length; row++) {
                for (int outcome = 0; outcome < scores.length; outcome++) {
                    scores[outcome][row] = said[row][target.classes() == 2 ? 1 : outcome];
                }
            }
            return scores;
        }
    }
}

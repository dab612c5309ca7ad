package io.understudy.report;

import java.util.List;
import java.util.stream.Stream;

/** What findings mean about what a table is used for: prediction, fair outcomes, coverage of its columns. */
final class TaskMeanings {
    private static final String REAL = "learned from real rows";
    private static final String ALL_REAL = "real rows";
    private static final String HELD_OUT = "held-out rows";
    private static final String MORE = "Raise model.closeness; give more rows.";
    private static final String SOURCE =
            "A gap of the source is learned with the rest. Mend it in the source, or do not use the table for such decisions.";

    static final List<Meaning> ALL = Stream.of(
                    Stream.of(
                            tstr("quality.tstr-auc", "Prediction: ranks right (AUC)", "0.5 is a coin, 1 is perfect."),
                            tstr("quality.tstr-average-precision", "Prediction: average precision", "1 is perfect."),
                            tstr("quality.tstr-f1", "Prediction: F1", "1 is perfect."),
                            tstr("quality.tstr-r2", "Prediction: variance explained (R²)", "1 is perfect, 0 the mean."),
                            tstr("quality.tstr-rmse", "Prediction: root mean squared error", "0 is perfect.")),
                    columns(),
                    bias())
            .flatMap(meanings -> meanings)
            .toList();

    private TaskMeanings() {}

    private static Meaning tstr(String metric, String title, String scale) {
        return new Meaning(
                new Name(metric, title, Unit.PLAIN, REAL),
                "A model learns from synthetic rows to predict the target and is tried on real held-out rows; beside it one"
                        + " that learned from as many real rows. " + scale,
                "It says nothing about other targets, nor about how stable a conclusion is.",
                MORE);
    }

    private static Stream<Meaning> columns() {
        return Stream.of(
                new Meaning(
                        new Name("quality.importance-agreement", "What matters for the prediction", Unit.PLAIN, REAL),
                        "How alike the columns are ranked by models that learned from synthetic and from real rows: 1 is the same.",
                        "Columns that matter equally change places by chance.",
                        MORE),
                new Meaning(
                        new Name("quality.boundary-adherence", "Numbers within their range", Unit.SHARE, HELD_OUT),
                        "The share of synthetic numbers and dates between the smallest and the largest of their column.",
                        "Extremes that fewer than k rows have are not released, so that ends are not reached.",
                        "Nothing, unless it is low: then the table is another one."),
                new Meaning(
                        new Name("quality.category-coverage", "Labels that occur", Unit.SHARE, HELD_OUT),
                        "The share of all labels of at least k rows that occur in the synthetic table.",
                        "Rare labels are to be missing. It says nothing about how often a label occurs.",
                        "Draw more rows with output.rows; raise model.closeness."),
                new Meaning(
                        new Name(
                                "quality.column-boundary-adherence",
                                "Numbers within their range, by column",
                                Unit.SHARE,
                                HELD_OUT),
                        "The same of the columns where it is not complete.",
                        "Extremes that fewer than k rows have are not released.",
                        MORE),
                new Meaning(
                        new Name("quality.column-category-coverage", "Labels that occur, by column", Unit.SHARE, HELD_OUT),
                        "The same of the columns where it is not complete.",
                        "Rare labels are to be missing.",
                        "Draw more rows with output.rows; raise model.closeness."));
    }

    private static Stream<Meaning> bias() {
        return Stream.of(
                new Meaning(
                        new Name("bias.outcome-gap", "Gap of outcomes between groups", Unit.SHARE, ALL_REAL),
                        "The largest difference between two groups' rates of an outcome, in the synthetic rows. Above that of the"
                                + " real rows, synthesis has widened it.",
                        "Equal rates are not justice, nor unequal ones injustice: that depends on what they rest on.",
                        SOURCE),
                new Meaning(
                        new Name("bias.outcome-rate", "Outcomes by group", Unit.SHARE, ALL_REAL),
                        "How often the outcome falls on each group.",
                        "It does not say why.",
                        SOURCE),
                gap("bias.parity-gap", "Gap of predictions between groups", "rates at which the outcome is predicted"),
                gap("bias.odds-gap", "Gap of hits and false alarms between groups", "rates of hits, or of false alarms"),
                gap("bias.error-gap", "Gap of errors between groups", "errors of the prediction"));
    }

    private static Meaning gap(String metric, String title, String of) {
        return new Meaning(
                new Name(metric, title, Unit.PLAIN, REAL),
                "Of a model that learned from synthetic rows and is tried on real ones: the largest difference between two"
                        + " groups' " + of + ".",
                "Groups of few rows differ by chance. It holds for this target and this kind of model.",
                SOURCE);
    }
}

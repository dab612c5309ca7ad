package io.understudy.report;

import java.util.List;

/** What findings about ranges, models and groups mean. */
final class TaskMeanings {
    static final List<Meaning> ALL = List.of(
            new Meaning(
                    new Name(
                            "quality.boundary-adherence",
                            "Numbers within the range of the learned rows",
                            Unit.SHARE,
                            "held-out rows"),
                    "The share of numbers and dates between the smallest and the largest that the learned rows have in their column.",
                    "Values inside the range can still be ones that nobody has. Held-out rows leave the range a little, too.",
                    "Look at the worst columns below."),
            new Meaning(
                    new Name(
                            "quality.column-boundary-adherence",
                            "Numbers of one column within its range",
                            Unit.SHARE,
                            "held-out rows"),
                    "The same for one column; columns that keep to their range wholly are not listed.",
                    "Values inside the range can still be ones that nobody has.",
                    "Declare what the column is with columns.NAME.kind."),
            new Meaning(
                    new Name("quality.category-coverage", "Frequent labels that occur", Unit.SHARE, "held-out rows"),
                    "Of the labels that at least k learned rows have, the share that the synthetic rows have as well.",
                    "Rarer labels are meant to be missing and do not count. It does not say how often a label occurs.",
                    "Raise model.closeness, or ask for more rows: few rows cannot hold many labels."),
            new Meaning(
                    new Name(
                            "quality.column-category-coverage",
                            "Frequent labels of one column that occur",
                            Unit.SHARE,
                            "held-out rows"),
                    "The same for one column; columns with all frequent labels are not listed.",
                    "Rarer labels are meant to be missing and do not count.",
                    "Raise model.closeness, or ask for more rows."),
            new Meaning(
                    new Name(
                            "quality.tstr-auc",
                            "Models of synthetic rows, area under the curve",
                            Unit.PLAIN,
                            "models of real rows"),
                    "Forests were trained to predict the target, on synthetic rows and on as many learned ones, and tried on"
                            + " the same held-out rows: the chance that a row to which the outcome happened ranks above one to which it"
                            + " did not; of several classes the mean, each against the rest. The interval is one of the difference: if it"
                            + " holds the baseline, the difference may be chance.",
                    "One target and one kind of model. Other models may find what these do not need.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name(
                            "quality.tstr-average-precision",
                            "Models of synthetic rows, average precision",
                            Unit.PLAIN,
                            "models of real rows"),
                    "The same models: how many of the rows with the highest scores are of the rarer class. It says more than"
                            + " the area where that class is rare.",
                    "It depends on how rare the class is: compare with the baseline alone.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name("quality.tstr-f1", "Models of synthetic rows, F1", Unit.PLAIN, "models of real rows"),
                    "The same models: how well they name the class, each class counting alike.",
                    "A class that is never the likeliest counts 0, however well it is ranked.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name(
                            "quality.tstr-r2",
                            "Models of synthetic rows, variance explained",
                            Unit.PLAIN,
                            "at most 1; below 0 worse than the mean",
                            "models of real rows"),
                    "Forests were trained to predict the target, on synthetic rows and on as many learned ones, and tried on"
                            + " the same held-out rows: the share of its variance that they explain. Below 0 they are worse than the"
                            + " mean. If the interval holds the baseline, the difference may be chance.",
                    "A few very large values decide it.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name(
                            "quality.tstr-rmse",
                            "Models of synthetic rows, error",
                            Unit.PLAIN,
                            "0 or more, in the unit of the target",
                            "models of real rows"),
                    "The same models: the root of the mean squared error, in the unit of the target; days for dates, microseconds for times.",
                    "A few very large values decide it.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name(
                            "quality.importance-agreement",
                            "What matters for the target",
                            Unit.PLAIN,
                            "-1 to 1",
                            "halves of the learned rows"),
                    "How alike models of synthetic and of learned rows rank the columns by what they add to the prediction: 1"
                            + " is alike, 0 unrelated. The interval runs from the least to the most alike of four pairs of models.",
                    "Columns that say the same share their importance by chance, and those that say nothing have chance ranks:"
                            + " compare with the baseline.",
                    "Raise model.closeness; give more rows."),
            new Meaning(
                    new Name("bias.outcome-gap", "Difference of outcomes between groups", Unit.SHARE, "real rows"),
                    "How far apart the rates of the outcome are in two groups of a sensitive column, at most. Where the whole"
                            + " interval lies above the baseline, synthesis has widened the gap.",
                    "A gap as wide as in the real rows is as wrong as it was there. Groups of fewer than k rows are merged.",
                    "Raise model.closeness; give more rows of small groups."),
            new Meaning(
                    new Name("bias.outcome-rate", "Outcome of a group", Unit.SHARE, "real rows"),
                    "How often the outcome happens to a group. Labels are numbered by how many rows they have and not named; a number has quarters.",
                    "It does not say why.",
                    "Raise model.closeness; give more rows of small groups."),
            new Meaning(
                    new Name(
                            "bias.parity-gap",
                            "Difference of what models say about groups",
                            Unit.SHARE,
                            "models of real rows"),
                    "How far apart two groups are in how often a model says the outcome happens (demographic parity), tried on"
                            + " held-out rows. Models say so as often as it happened in the rows they were trained on.",
                    "It does not ask whether the model is right. One kind of model was tried.",
                    "Raise model.closeness; give more rows of small groups."),
            new Meaning(
                    new Name(
                            "bias.odds-gap",
                            "Difference of how models err about groups",
                            Unit.SHARE,
                            "models of real rows"),
                    "How far apart two groups are in how often a model says the outcome happens where it did, or where it did"
                            + " not, whichever is wider (equalised odds).",
                    "What happened in the source may be unjust itself. One kind of model was tried.",
                    "Raise model.closeness; give more rows of small groups."),
            new Meaning(
                    new Name(
                            "bias.error-gap", "Difference of errors between groups", Unit.SHARE, "models of real rows"),
                    "How far apart two groups are in how often a model is wrong.",
                    "It does not tell which way the model errs.",
                    "Raise model.closeness; give more rows of small groups."));

    private TaskMeanings() {}
}

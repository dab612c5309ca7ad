package io.understudy.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a finding means, in plain words.
 *
 * @param name       how it is called and written
 * @param means      what is measured, and how
 * @param cannotShow what must not be concluded from it
 * @param remedy     what to change where it breaks a rule
 */
record Meaning(Name name, String means, String cannotShow, String remedy) {
    private static final List<Meaning> KNOWN = List.of(
            new Meaning(
                    new Name(
                            "privacy.closer-to-train",
                            "Pull towards the rows that were learned from",
                            Unit.SHARE,
                            "chance"),
                    "For every synthetic row the nearest real row is looked up, among the rows the model learned from and the rows"
                            + " it never saw. This is the share of synthetic rows that are nearer to a learned row; ties count in"
                            + " proportion. A model that knows nothing of single rows scores what chance gives, the learned rows'"
                            + " share of all real rows; a table of copies scores 100 %.",
                    "It is an average: a handful of leaked rows among thousands does not move it, and a value at chance does not"
                            + " make a table anonymous.",
                    "Lower model.closeness, or raise k. More input rows help as well."),
            new Meaning(
                    new Name("privacy.copies-excess", "Copies beyond chance", Unit.SHARE, "no copying"),
                    "The share of synthetic rows that repeat a learned row more often than they repeat a held-out one. Rows so"
                            + " common that they occur on both sides add nothing; rows taken from the training table add fully.",
                    "Only rows that are equal in every compared column count. A copy with one changed value is not seen here; the"
                            + " pull towards learned rows sees it if there are many.",
                    "Look for a column or a combination that names a person and declare or drop it; lower model.closeness; raise k."),
            new Meaning(
                    new Name("privacy.exact-copies", "Rows equal to a learned row", Unit.SHARE, "held-out rows"),
                    "The share of synthetic rows that equal some learned row in every compared column. Where tables have few"
                            + " distinct rows this is unavoidable: held-out rows repeat learned rows too, as often as the baseline"
                            + " says.",
                    "Equal is not the same as leaked, and different is not the same as safe. Identifiers and free texts are not"
                            + " compared: they are made up, never taken from a row.",
                    "Compare with the baseline first. Far above it, lower model.closeness or raise k."),
            new Meaning(
                    new Name(
                            "privacy.dcr-p05",
                            "Distance to the closest learned row, nearest 5 %",
                            Unit.COLUMNS,
                            "held-out rows"),
                    "The distance that the nearest 5 % of the synthetic rows do not exceed. One column means a difference as large"
                            + " as can be in one column and none in the others; numbers differ by their ranks. Held-out rows, which"
                            + " are real and harmless, are the baseline.",
                    "Distances alone prove nothing: a few copied outliers move no quantile, and a row can betray a person without"
                            + " being near (Ganev and De Cristofaro 2023).",
                    "Lower model.closeness, or raise k."),
            new Meaning(
                    new Name(
                            "privacy.dcr-median",
                            "Distance to the closest learned row, middle",
                            Unit.COLUMNS,
                            "held-out rows"),
                    "The same distance for the middle one of all synthetic rows, beside that of the held-out rows.",
                    "Far larger than the baseline is no merit: then the table does not resemble the real one. It is no evidence of"
                            + " privacy by itself.",
                    "Lower model.closeness, or raise k."),
            new Meaning(
                    new Name("privacy.nndr-p05", "Nearest to second nearest, lowest 5 %", Unit.PLAIN, "held-out rows"),
                    "How much nearer the closest learned row is than the second closest: near 0 where a synthetic row singles out"
                            + " one learned row, 1 where several are as near.",
                    "Like all distances it is an average over many rows, and says nothing about one certain person.",
                    "Lower model.closeness, or raise k."),
            new Meaning(
                    new Name("quality.shape-error", "Error of single columns, mean", Unit.SHARE, "held-out rows"),
                    "How far each column's distribution is from that of the learned rows, on average: the largest gap between the"
                            + " distribution functions of numbers and dates, the share of rows to move between labels. 0 % is equal,"
                            + " 100 % has nothing in common.",
                    "Columns can be perfect one by one and still not belong together. Identifiers and free texts are left out.",
                    "Look at the worst columns below; raise model.closeness, or lower k where it hides too much."),
            new Meaning(
                    new Name("quality.column-shape", "Error of one column", Unit.SHARE, "held-out rows"),
                    "How far this column's distribution is from that of the learned rows.",
                    "It says nothing about how this column goes together with others.",
                    "Raise model.closeness, or lower k where it hides too much."),
            new Meaning(
                    new Name("quality.trend-error", "Error of pairs of columns, mean", Unit.SHARE, "held-out rows"),
                    "How far each pair of columns is from that of the learned rows, on average: half the difference of the"
                            + " correlations of two numbers, else the share of rows to move in the table of both columns.",
                    "Only two columns are looked at together. What three or more do together can be wrong while this is right.",
                    "Look at the worst pairs below; raise model.closeness; give more rows."),
            new Meaning(
                    new Name("quality.pair-trend", "Error of one pair of columns", Unit.SHARE, "held-out rows"),
                    "How far this pair of columns is from that of the learned rows.",
                    "It says nothing about three or more columns together.",
                    "Raise model.closeness; give more rows."),
            new Meaning(
                    new Name(
                            "quality.correlation-error",
                            "Difference of correlations, mean",
                            Unit.PLAIN,
                            "held-out rows"),
                    "How far the correlation of each pair of numbers is from that of the learned rows, on average.",
                    "Correlations see straight lines only.",
                    "Look at the worst pairs below; raise model.closeness; give more rows."),
            new Meaning(
                    new Name("quality.marginal-1", "Tables of one column", Unit.SHARE, "held-out rows"),
                    "The share of rows to move to turn each column's table of counts into that of the learned rows, on average;"
                            + " numbers in twenty bins.",
                    "Columns can be perfect one by one and still not belong together.",
                    "Look at the worst columns below; raise model.closeness."),
            new Meaning(
                    new Name("quality.marginal-2", "Tables of two columns", Unit.SHARE, "held-out rows"),
                    "The same for all tables of two columns, or a fixed sample of them.",
                    "Even another real sample does not score 0: tables of many cells differ by chance. Compare with the baseline.",
                    "Look at the worst pairs below; raise model.closeness; give more rows."),
            new Meaning(
                    new Name("quality.marginal-3", "Tables of three columns", Unit.SHARE, "held-out rows"),
                    "The same for tables of three columns, or a fixed sample of them.",
                    "Even another real sample does not score 0: tables of many cells differ by chance. Compare with the baseline.",
                    "Raise model.closeness; give more rows."),
            new Meaning(
                    new Name("quality.k-marginal-score", "k-marginal score", Unit.PLAIN, "held-out rows"),
                    "What tables of three columns have in common with the learned rows', as NIST scores it: 1000 is perfect.",
                    "It weighs all tables alike, whether or not anyone will ask for them.",
                    "Raise model.closeness; give more rows."),
            new Meaning(
                    new Name("quality.outside-domain", "Impossible cells", Unit.SHARE, "none"),
                    "The share of cells with a number beyond the smallest and largest real one, a label that no real row has, or"
                            + " no value where every real row has one.",
                    "Combinations of possible values can still be impossible.",
                    "Made-up stand-ins for rare values count here: give rare values another treatment if they must not."),
            new Meaning(
                    new Name("quality.column-outside-domain", "Impossible cells of one column", Unit.SHARE, "none"),
                    "The share of this column's cells that no real row could have had.",
                    "Combinations of possible values can still be impossible.",
                    "Made-up stand-ins for rare values count here: give rare values another treatment if they must not."),
            new Meaning(
                    new Name(
                            "quality.c2st-auc",
                            "Telling synthetic rows from learned ones",
                            Unit.PLAIN,
                            "another real sample"),
                    "A forest of trees is trained to tell synthetic rows from learned ones, and tried on others: the chance that it"
                            + " ranks a synthetic row above a learned one. 0.5 is no better than a coin, 1 is always.",
                    "It grows with the number of rows looked at, and one small oddity that no analysis would meet can give all rows"
                            + " away. Below 0.5 rows are copied.",
                    "Look at the worst columns and pairs below; raise model.closeness."),
            new Meaning(
                    new Name("quality.missing-patterns", "What is missing together", Unit.SHARE, "held-out rows"),
                    "The share of rows to move so that the same sets of columns are missing together as in the learned rows.",
                    "It does not see whether values are missing for the same reasons.",
                    "Raise model.closeness; give more rows."));
    private static final List<Meaning> OF_TASKS = List.of(
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
                            "models of real rows"),
                    "Forests were trained to predict the target, on synthetic rows and on as many learned ones, and tried on"
                            + " the same held-out rows: the share of its variance that they explain. Below 0 they are worse than the"
                            + " mean. If the interval holds the baseline, the difference may be chance.",
                    "A few very large values decide it.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name("quality.tstr-rmse", "Models of synthetic rows, error", Unit.PLAIN, "models of real rows"),
                    "The same models: the root of the mean squared error, in the unit of the target; days for dates, microseconds for times.",
                    "A few very large values decide it.",
                    "Raise model.closeness; give more rows; look at the pairs of the target below."),
            new Meaning(
                    new Name(
                            "quality.importance-agreement",
                            "What matters for the target",
                            Unit.PLAIN,
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

    /** The meaning of {@code check.metric}, where there are words for it. */
    static Optional<Meaning> of(String finding) {
        return Stream.concat(KNOWN.stream(), OF_TASKS.stream())
                .filter(meaning -> meaning.name.finding().equals(finding))
                .findFirst();
    }
}

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
    private static final String CLOSENESS = "Lower model.closeness, or raise k.";
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
                            "privacy.outliers-closer-to-train",
                            "Pull towards learned rows that stand out",
                            Unit.SHARE,
                            "chance"),
                    "One in twenty real rows stands out: it lies farthest from its next real row. Such a row is reproduced if a synthetic row"
                            + " comes nearer to it than half that way. This is the learned rows' share of the reproduced ones. A"
                            + " model that knows nothing of single rows scores what chance gives; one that has learned rows by"
                            + " heart scores 100 %.",
                    "Few such rows are reproduced by any sane model, so the interval is wide: at chance it says that nothing was found, not"
                            + " that nothing is there.",
                    "Lower model.closeness, raise k, or leave outliers out with outliers: drop or clip."),
            new Meaning(
                    new Name(
                            "privacy.outliers-reproduced",
                            "Learned rows that stand out and are reproduced",
                            Unit.SHARE,
                            "held-out rows"),
                    "The share of the learned rows that stand out to which some synthetic row comes nearer than half the way to the next real"
                            + " row. Held-out rows that stand out, which the model never saw, are the baseline.",
                    "More synthetic rows come near to more real ones by chance: compare with the baseline alone.",
                    CLOSENESS),
            new Meaning(
                    new Name(
                            "privacy.real-values",
                            "Made-up values that learned rows have",
                            Unit.SHARE,
                            "held-out rows"),
                    "Identifiers, free texts, e-mail addresses and the like are made up, and no other finding compares them. This is the"
                            + " share of synthetic rows whose value in this column some learned row has, beside the same share of"
                            + " held-out rows.",
                    "Values that are spelled otherwise are not met. Names and addresses are not looked at: many people share their words.",
                    "Have the column's values made up, or leave it out with columns.NAME.role: drop; where its type leaves too few"
                            + " other values, give it a wider one."),
            distance("p01", "nearest 1 %", "the nearest 1 % of the synthetic rows do"),
            distance("p05", "nearest 5 %", "the nearest 5 % of the synthetic rows do"),
            distance("p25", "nearest quarter", "the nearest quarter of the synthetic rows does"),
            distance("median", "middle", "half of the synthetic rows do"),
            ratio("p01", "lowest 1 %"),
            ratio("p05", "lowest 5 %"),
            ratio("p25", "lowest quarter"),
            ratio("median", "middle"),
            new Meaning(
                    new Name("quality.shape-error", "Error of single columns, mean", Unit.SHARE, "held-out rows"),
                    "How far each column is from that of the learned rows, on average: of numbers and dates the largest difference"
                            + " in the share of rows up to any one value (Kolmogorov and Smirnov), of labels the share of rows that would have to"
                            + " change theirs. 0 % is equal, 100 % has nothing in common.",
                    "Columns can be perfect one by one and still not belong together. Identifiers and free texts are left out.",
                    "Look at the worst columns below; raise model.closeness, or lower k where it hides too much."),
            new Meaning(
                    new Name("quality.column-shape", "Error of one column", Unit.SHARE, "held-out rows"),
                    "How far this column is from that of the learned rows: of numbers and dates the largest difference in the share of"
                            + " rows up to any one value, of labels the share of rows that would have to change theirs.",
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
                            "0 to 2",
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
                    new Name("quality.k-marginal-score", "k-marginal score", Unit.POINTS, "held-out rows"),
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

    private static Meaning distance(String quantile, String title, String who) {
        return new Meaning(
                new Name(
                        "privacy.dcr-" + quantile,
                        "Distance to the closest learned row, " + title,
                        Unit.COLUMNS,
                        "held-out rows"),
                "The distance that " + who
                        + " not exceed. One column means a difference as large as can be in one column and"
                        + " none in the others; numbers differ by their ranks. Held-out rows, which are real and harmless, are"
                        + " the baseline.",
                "Distances alone prove nothing: a few copied outliers move no quantile, and a row can betray a person without"
                        + " being near (Ganev and De Cristofaro 2023). Far larger than the baseline is no merit: then the table"
                        + " does not resemble the real one.",
                CLOSENESS);
    }

    private static Meaning ratio(String quantile, String title) {
        return new Meaning(
                new Name(
                        "privacy.nndr-" + quantile, "Nearest to second nearest, " + title, Unit.PLAIN, "held-out rows"),
                "How much nearer the closest learned row is than the second closest: near 0 where a synthetic row singles out"
                        + " one learned row, 1 where several are as near. This is the quantile over all synthetic rows.",
                "Like all distances it is an average over many rows, and says nothing about one certain person.",
                CLOSENESS);
    }

    /** Everything there are words for. */
    static Stream<Meaning> all() {
        return Stream.of(KNOWN, DisclosureMeanings.ALL, AttackMeanings.ALL, TaskMeanings.ALL)
                .flatMap(List::stream);
    }

    /** The meaning of {@code check.metric}, where there are words for it. */
    static Optional<Meaning> of(String finding) {
        return all().filter(meaning -> meaning.name.finding().equals(finding)).findFirst();
    }
}

package io.understudy.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why rules are usually broken, and the keys of a job file that help.
 *
 * @param findings what the findings' names begin with
 * @param causes   the usual ones, the likeliest first
 * @param keys     settings to try, each with what it does
 */
record Advice(String findings, List<String> causes, List<String> keys) {
    private static final String CLOSENESS =
            "model.closeness: 0.2      keeps the model farther from single rows (default 0.5; 0 is farthest)";
    private static final String NEARER = "model.closeness: 0.8      lets the model follow the rows more closely";
    private static final String K =
            "k: 20                     no value and no group of fewer rows is learned (default 10)";
    private static final String ENTITY =
            "holdout.key: [COLUMN]     where a person has several rows: all are learned from, or none";
    private static final String DROP = "columns.NAME.role: drop   leaves a column out";
    private static final String KIND =
            "columns.NAME.kind: ...    says what a column is, such as identifier, text, category or number";
    private static final String COARSER = "columns.NAME.treatment: generalise   makes a column coarser";
    private static final String ROWS = "output.rows: N            draws more or fewer rows";

    private static final String TABLE =
            "gate.preset: default      judges the table alone; then keep the model as you keep the real rows";

    private static final String TAKEN =
            "Rows of the table that was assessed are not synthetic but taken from the input.";

    private static final List<String> MEMORY = List.of(
            "Few rows for many columns: then every row is rare, and whatever is learned is learned from few.",
            "A column names rows or persons and was taken for a category or a number.",
            "The model is set closer to the rows than this table allows.");

    private static final List<String> POOR = List.of(
            "Too few rows to learn from, or k so large that most values count as rare.",
            "A column was taken for what it is not, such as a code for a number.",
            "The model cannot show the dependence: try the other family.");

    private static final List<Advice> KNOWN = List.of(
            new Advice(
                    "privacy.exact-copies",
                    List.of(
                            "Whole rows of few distinct values: many people are truly alike. Compare with the baseline.",
                            "Several rows of one person lie on both sides of the holdout.",
                            TAKEN),
                    List.of(ENTITY, CLOSENESS, K)),
            new Advice("privacy.copies-excess", and(TAKEN, MEMORY), List.of(CLOSENESS, K, ENTITY, KIND, DROP)),
            new Advice("privacy.real-values", and(TAKEN, MEMORY), List.of(DROP, KIND)),
            new Advice(
                    "privacy.outliers",
                    MEMORY,
                    List.of(
                            "outliers: clip            draws what lies far off in before it is learned; drop leaves it out",
                            CLOSENESS,
                            K)),
            new Advice("privacy.replicated-uniques", MEMORY, List.of(COARSER, DROP, CLOSENESS, K)),
            new Advice("privacy.rare-combinations", MEMORY, List.of(COARSER, DROP, CLOSENESS, K)),
            new Advice("privacy.attribute-disclosure", MEMORY, List.of(COARSER, DROP, CLOSENESS, K)),
            new Advice(
                    "privacy.attacks",
                    List.of("Too few rows were held out, or too few drawn, to make enough attacks."),
                    List.of("holdout.fraction: 0.3     holds more rows out", ROWS)),
            new Advice("privacy.model-membership", MEMORY, List.of(CLOSENESS, K, TABLE)),
            new Advice("privacy.inversion", MEMORY, List.of(CLOSENESS, K, TABLE)),
            new Advice("privacy.", MEMORY, List.of(CLOSENESS, K, ENTITY, KIND, DROP)),
            new Advice(
                    "quality.outside-domain",
                    List.of("Rare labels are made up in the shape of real ones."),
                    List.of("columns.NAME.rare: resample   draws frequent labels instead")),
            new Advice(
                    "quality.",
                    POOR,
                    List.of(
                            NEARER,
                            "k: 5                      hides fewer values",
                            KIND,
                            "model.type: gaussian-copula   another family of models")),
            new Advice(
                    "bias.",
                    List.of(
                            "The source has the gap itself.",
                            "A group has few rows, so that its rates differ by chance."),
                    List.of(NEARER, ROWS)));

    private static final Advice ANY = new Advice(
            "",
            List.of(
                    "What the rule asks for was not measured: a check failed, took too long, or had nothing to compare."),
            List.of("gate.rules                check the names of findings", KIND));

    private static List<String> and(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** The advice on a broken rule, the most special there is. */
    static Advice of(String finding) {
        return Stream.concat(KNOWN.stream(), Stream.of(ANY))
                .filter(advice -> finding.startsWith(advice.findings))
                .findFirst()
                .orElse(ANY);
    }
}

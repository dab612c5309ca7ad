package io.understudy.report;

import java.util.List;

/** What findings over quasi-identifiers mean. Words are true whether real rows or their entities were counted. */
final class DisclosureMeanings {
    private static final String HELD_OUT = "held-out rows";
    private static final String ENTITIES =
            " Where the job declares entities (holdout.key), they are counted and not their rows.";
    private static final String BESIDE = " The baseline counts entities where the job declares them (holdout.key).";
    private static final String REAL = "all real rows";
    private static final String REMEDY = "Make a quasi-identifier coarser or drop it; lower model.closeness; raise k.";

    static final List<Meaning> ALL = List.of(
            new Meaning(
                    new Name("privacy.replicated-uniques", "Unique rows that come back", Unit.SHARE, HELD_OUT),
                    "Of the learned rows that no other real row equals in the quasi-identifiers, the share whose combination"
                            + " exactly one synthetic row has. Held-out rows that are as unique are the control: what they score is"
                            + " chance. Where the job declares entities (holdout.key), they are counted and not their rows; then one"
                            + " synthetic row or more, but no more than the entity has.",
                    "A combination that comes back need not come with the person's other values; attribute disclosure looks at"
                            + " those. Only the declared columns count.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.rare-combinations", "Rare combinations that come back", Unit.SHARE, HELD_OUT),
                    "Of the learned rows whose combination of quasi-identifiers fewer than k real rows have, the share whose"
                            + " combination some synthetic row has. Held-out rows with rare combinations are the control."
                            + ENTITIES,
                    "Above the control, the model remembers who was there. At the control, it still makes up combinations that"
                            + " real people have.",
                    REMEDY),
            new Meaning(
                    new Name(
                            "privacy.rare-combinations-count",
                            "Number of rare combinations that come back",
                            Unit.PLAIN,
                            "0 or more, a number of combinations",
                            "as for held-out rows"),
                    "How many combinations of quasi-identifiers that learned rows have, and fewer than k real rows in all, occur"
                            + " in the synthetic table."
                            + ENTITIES,
                    "It grows with the number of synthetic rows. Compare with the baseline.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.attribute-disclosure", "Sensitive values read right", Unit.SHARE, HELD_OUT),
                    "Someone who knows a person's quasi-identifiers looks up the synthetic rows that have them. The share of"
                            + " learned rows of which all of these agree on the sensitive value, and it is the right one; numbers in"
                            + " twenty groups. What is read of held-out rows holds of people in general."
                            + ENTITIES,
                    "Where all agree for good reason the baseline is high as well, and a guess that is not unanimous may be right.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.k-anonymity", "Rows in small classes", Unit.SHARE, REAL),
                    "The share of synthetic rows whose combination of quasi-identifiers fewer than k synthetic rows have."
                            + BESIDE,
                    "Small classes of made-up rows name nobody. Larger tables have larger classes.",
                    "Make a quasi-identifier coarser or drop it."),
            new Meaning(
                    new Name("privacy.l-diversity", "Rows in classes of one sensitive value", Unit.SHARE, REAL),
                    "The share of synthetic rows whose class, the rows of the same quasi-identifiers, has a single value of the"
                            + " sensitive column; a row alone counts."
                            + BESIDE,
                    "One value of a made-up class is right about nobody in particular; attribute disclosure counts how often it"
                            + " is.",
                    "Make a quasi-identifier coarser or drop it."),
            new Meaning(
                    new Name("privacy.t-closeness", "Distance of classes from the table", Unit.PLAIN, REAL),
                    "How far the sensitive column within a class is from the whole table: the share of rows to move, times how far,"
                            + " as an earth mover would count. The classes of 95 % of the rows are at most so far."
                            + BESIDE,
                    "Classes of few rows are far by chance, in real tables too.",
                    "Make a quasi-identifier coarser or drop it."));

    private DisclosureMeanings() {}
}

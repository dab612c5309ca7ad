package io.understudy.report;

import java.util.List;
import java.util.stream.Stream;

/** What findings of simulated attacks mean. */
final class AttackMeanings {
    private static final String GUESS = "guessing";
    private static final String REMEDY =
            "Lower model.closeness, or raise k. Look for a column or a combination that names a person and declare or drop it.";
    private static final String MODEL_REMEDY =
            "Lower model.closeness, or raise k. Only gate.preset: strict asks this of the model, which is not published: where it"
                    + " stays with the real rows, gate.preset: default judges the table alone.";

    private static final List<Meaning> ON_ROWS = List.of(
            new Meaning(
                    new Name("privacy.singling-out", "Singling out", Unit.SHARE, GUESS),
                    "An attacker looks for what is true of exactly one synthetic row, in one column or in several, and bets that"
                            + " it is true of exactly one person. The risk is how much more often he is right about learned rows than"
                            + " about held-out ones (Giomi et al. 2023): 0 % is as harmless as never having taken part."
                            + " The dashed line is how often guesses that do not look at the synthetic rows are right.",
                    "The attacker uses a known method with a bounded number of guesses. Others may do better.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.linkability", "Linkability", Unit.SHARE, GUESS),
                    "An attacker knows some columns of a person from one source and the others from another, and links the two"
                            + " through the synthetic rows nearest to both. The risk is how much more often the link is right for"
                            + " learned rows than for held-out ones, which are the control.",
                    "It depends on how the columns are divided between the two sources.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.linkability-ties", "Linkability, all ties counted", Unit.SHARE, GUESS),
                    "The same, where all synthetic rows that are equally near count as linked, not the one that an attacker would"
                            + " have to choose among them.",
                    "No attacker can use it: it bounds what better luck with ties would bring. No preset looks at it.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.inference", "Inference of one column", Unit.SHARE, GUESS),
                    "An attacker knows all columns of a person but one and reads that one from the nearest synthetic row. The"
                            + " risk is how much more often he is right about learned rows than about held-out ones: what holds of people"
                            + " in general is no risk.",
                    "Close guesses at numbers count as right, which makes chance hits likely where values cluster.",
                    REMEDY),
            new Meaning(
                    new Name("privacy.attacks", "Attacks that were possible", Unit.COUNT, Name.ITSELF),
                    "How many attacks of each kind could be made. A risk from few attacks says little.",
                    "It is no measure of privacy by itself.",
                    "Give more rows to learn from and to hold out."));

    private static final List<Meaning> ON_PERSONS = List.of(new Meaning(
            new Name("privacy.inversion", "Inversion of the model", Unit.SHARE, GUESS),
            "An attacker who holds the model itself knows all columns of a person but one and takes the value that the"
                    + " model finds likeliest. The risk is what he gains on learned rows beyond held-out ones.",
            "It attacks the model that is kept, not the table that is released.",
            MODEL_REMEDY));

    static final List<Meaning> ALL = Stream.of(
                    ON_ROWS.stream(),
                    ON_PERSONS.stream(),
                    membership("privacy.membership", "Membership", "the synthetic rows", REMEDY),
                    membership(
                            "privacy.model-membership", "Membership from the model", "the model itself", MODEL_REMEDY))
            .flatMap(meanings -> meanings)
            .toList();

    private AttackMeanings() {}

    private static Stream<Meaning> membership(String metric, String title, String means, String remedy) {
        String limit = "Held-out rows stand in for people who did not take part. Stronger attackers know more.";
        return Stream.of(
                new Meaning(
                        new Name(metric + "-auc", title + ", telling who took part", Unit.PLAIN, "coin"),
                        "An attacker who has a person's row guesses from " + means + " whether it was learned from. The"
                                + " chance that he finds a learned row likelier than an unseen one: 0.5 is a coin.",
                        "An average over rows: a few people may be exposed although it is near 0.5. " + limit,
                        remedy),
                caught(metric + "-tpr-percent", title + ", caught at 1 % false alarms", "1 %", limit, remedy),
                caught(metric + "-tpr-permille", title + ", caught at 0.1 % false alarms", "0.1 %", limit, remedy),
                new Meaning(
                        new Name(metric + "-exposed", title + ", exposed beyond doubt", Unit.COUNT, "chance"),
                        "How many learned rows look more like members than any row that is none.",
                        limit,
                        remedy));
    }

    private static Meaning caught(String metric, String title, String alarms, String limit, String remedy) {
        return new Meaning(
                new Name(metric, title, Unit.SHARE, "chance"),
                "The share of learned rows that an attacker recognises who is wrong about at most " + alarms
                        + " of the others: what he can be sure of.",
                limit,
                remedy);
    }
}

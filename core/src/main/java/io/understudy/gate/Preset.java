package io.understudy.gate;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rules for common needs. {@code conf/gates.yaml} says why of each; a test keeps the two alike.
 *
 * <p>Privacy rules are one-sided, on the end of the interval that leaves no doubt: only leaking is a breach, being too
 * far away is not. Quality rules catch output that is broken, not output that could be better.
 */
public enum Preset {
    /**
     * What a sane model passes and a copying one does not.
     * <ul>
     *   <li>closer to train: at most 0.2 of the way from chance to certainty, 0.60 for tables of equal size. On the
     *       Adult table trees stand at 0.52 .. 0.60, another real sample at 0.50, a copy near 1.
     *   <li>copies beyond chance: at most 0.5 % of the rows. Another real sample makes none, fully grown trees as
     *       synthpop's 0.8 % on the Adult table; one leaked row in a hundred is found.
     *   <li>exact copies: at most 0.2 above the share of held-out rows that equal a training row. Who copies training and
     *       held-out rows alike, as from the whole input, is as near to the ones as to the others and only shows here.
     *   <li>learned rows among the reproduced rows that stand out: at most 0.3 of the way from chance to certainty. A few leaked rows
     *       that stand out, none of them a copy, move no average and show here alone.
     *   <li>singling out and inference: at most 0.1 of the attacks beyond those that succeed on held-out rows as well, half as
     *       much for linkability, which succeeds seldom even on copies.
     *   <li>membership: at most 0.2 of the way from a coin to certainty, an area of 0.60 under the curve, and 2 % more caught at
     *       1 % false alarms.
     *   <li>shape error at most 0.15 and trend error at most 0.25 above the holdout's: the published figures of the weakest
     *       usual models. Small tables and rare labels differ by chance alone, so the holdout sets the zero.
     * </ul>
     */
    DEFAULT,

    /**
     * What only a model passes that keeps its distance: closer to train at most 0.06 of the way, 0.53 for tables of equal
     * size, where trees of large leaves and neural models stand on the Adult table; copies beyond chance at most one row in a
     * thousand; exact copies at most 0.1 above those of held-out rows; outliers at most 0.15 of the way; half of what default allows of singling out,
     * linkability and inference; membership at most 0.06 of the way, and 1 % more caught, with the stored model in hand 0.15 of the
     * way, and 2 % more; shape error at most 0.05, trend error at most 0.10 above the holdout's. What decides nothing is refused.
     */
    STRICT,

    /** Nothing is refused; findings are reported all the same. */
    REPORT_ONLY;

    public Gate gate() {
        return switch (this) {
            case DEFAULT ->
                privacy(0.2, 0.005, 0.2, 0.3).and(attacks(0.1, 0.2, 0.02)).and(quality(0.15, 0.25));
            case STRICT -> new Gate(strict(), Doubt.REFUSED);
            case REPORT_ONLY -> new Gate(List.of());
        };
    }

    /**
     * Further rules where quasi-identifiers are declared: rows that stand out by them may come back, and what is sensitive
     * be read, for at most so much of what lies between the control, held-out rows, and all of them.
     */
    public List<Rule> disclosure() {
        return switch (this) {
            case DEFAULT -> disclosure(0.2);
            case STRICT -> disclosure(0.1);
            case REPORT_ONLY -> List.of();
        };
    }

    /**
     * Rules on a model that is kept, for where there is one. It is not what is published, and any model that fits tells more
     * of the rows it was fitted to than its tables do: so default reports what it tells and refuses no table for it.
     */
    public List<Rule> modelRules() {
        return switch (this) {
            case STRICT -> model(0.05, 0.15, 0.02);
            case DEFAULT, REPORT_ONLY -> List.of();
        };
    }

    /**
     * A rule for where there are columns whose values are made up and would lead to a row if they were not, which no check compares:
     * hardly any may be the value of a learned row, beyond the share of held-out rows that have such a value as well.
     */
    public List<Rule> madeUpRules() {
        return switch (this) {
            case DEFAULT -> madeUp(0.05);
            case STRICT -> madeUp(0.01);
            case REPORT_ONLY -> List.of();
        };
    }

    private static List<Rule> madeUp(double most) {
        return List.of(new Rule("privacy.real-values", Bound.LOW, Against.BASELINE, Limits.atMost(most)));
    }

    private static List<Rule> strict() {
        return privacy(0.06, 0.001, 0.1, 0.15)
                .and(attacks(0.05, 0.06, 0.01))
                .and(quality(0.05, 0.10))
                .rules();
    }

    private static List<Rule> disclosure(double most) {
        return Stream.of("replicated-uniques", "rare-combinations", "attribute-disclosure")
                .map(metric -> new Rule("privacy." + metric, Bound.LOW, Against.CHANCE, Limits.atMost(most)))
                .toList();
    }

    private static Gate privacy(double closer, double excess, double copies, double outliers) {
        return new Gate(List.of(
                new Rule("privacy.closer-to-train", Bound.LOW, Against.CHANCE, Limits.atMost(closer)),
                new Rule("privacy.copies-excess", Bound.LOW, Limits.atMost(excess)),
                new Rule("privacy.exact-copies", Bound.LOW, Against.BASELINE, Limits.atMost(copies)),
                new Rule("privacy.outliers-closer-to-train", Bound.LOW, Against.CHANCE, Limits.atMost(outliers))));
    }

    private static List<Rule> attacks(double risk, double auc, double caught) {
        return List.of(
                new Rule("privacy.singling-out", Bound.LOW, Limits.atMost(risk)),
                new Rule("privacy.linkability", Bound.LOW, Limits.atMost(risk / 2)),
                new Rule("privacy.inference", Bound.LOW, Limits.atMost(risk)),
                new Rule("privacy.membership-auc", Bound.LOW, Against.CHANCE, Limits.atMost(auc)),
                new Rule("privacy.membership-tpr-percent", Bound.LOW, Against.BASELINE, Limits.atMost(caught)));
    }

    private static List<Rule> model(double risk, double auc, double caught) {
        return List.of(
                new Rule("privacy.model-membership-auc", Bound.LOW, Against.CHANCE, Limits.atMost(auc)),
                new Rule("privacy.model-membership-tpr-percent", Bound.LOW, Against.BASELINE, Limits.atMost(caught)),
                new Rule("privacy.inversion", Bound.LOW, Limits.atMost(risk)));
    }

    private static List<Rule> quality(double shape, double trend) {
        return List.of(
                new Rule("quality.shape-error", Bound.VALUE, Against.BASELINE, Limits.atMost(shape)),
                new Rule("quality.trend-error", Bound.VALUE, Against.BASELINE, Limits.atMost(trend)));
    }
}

package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Guesses;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether someone who knows all of a record but one value learns that value from the synthetic row nearest to the rest
 * (Giomi et al., PoPETS 2023): {@code inference}, for each column in turn. What is right says {@link Tolerance}.
 *
 * @param targets    who is attacked
 * @param released   what the attacker sees of single columns
 * @param confidence of the intervals of all columns together
 */
record Inference(Targets targets, Released released, double confidence) {

    /** @param guesses what the nearest synthetic row says of each column of every target by the others */
    List<Finding> measure(Assessed tables, Guesses guesses) {
        Domain domain = tables.space().domain();
        double z = Interval.z(confidence, domain.width());
        List<Finding> findings = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            int column = v;
            Tolerance.Range[] right = right(new Tolerance(tables.space()), v);
            Targets.Success success = target -> right[target].contains(guesses.code(column, target));
            Risk risk = Risk.of(
                    Rate.of(targets.onLearned(success), targets.learned(), z),
                    Rate.of(targets.onControl(success), targets.control(), z));
            findings.add(risk.finding("inference", domain.variable(v).name(), naive(v, right)));
        }
        return findings;
    }

    private Tolerance.Range[] right(Tolerance tolerance, int variable) {
        int[] secrets = targets.rows().read(variable, new int[targets.rows().rows()]);
        Tolerance.Range[] ranges = new Tolerance.Range[secrets.length];
        for (int target = 0; target < secrets.length; target++) {
            ranges[target] = tolerance.right(variable, secrets[target]);
        }
        return ranges;
    }

    /** How often the value of any synthetic row is a right guess, on average over the rows learned from. */
    private double naive(int variable, Tolerance.Range[] right) {
        int[] codes = released.codes(variable);
        long[] counts = released.counts(variable);
        long rightGuesses = 0;
        long guesses = 0;
        for (int target = 0; target < targets.learned(); target++) {
            for (int i = 0; i < codes.length; i++) {
                rightGuesses += right[target].contains(codes[i]) ? counts[i] : 0;
                guesses += counts[i];
            }
        }
        return (double) rightGuesses / Math.max(1, guesses);
    }
}

package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Guesses;
import io.understudy.neighbour.LeaveOneOut;
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

    List<Finding> measure(Assessed tables) {
        Domain domain = tables.space().domain();
        Guesses guesses = tables.synthetic().compute(new LeaveOneOut(tables.space(), targets.rows()));
        double z = Interval.z(confidence, domain.width());
        List<Finding> findings = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            int column = v;
            Tolerance.Range[] right = right(new Tolerance(tables.space()), v);
            Targets.Success success = target -> right[target].contains(guesses.code(column, target)) ? 1 : 0;
            Risk risk = Risk.of(
                    Rate.of(targets.onLearned(success), targets.learned(), z),
                    Rate.of(targets.onControl(success), targets.control(), z));
            double naive = targets.onLearned(target -> share(column, right[target]));
            findings.add(risk.finding(
                    "inference", domain.variable(v).name(), naive / Math.max(1, targets.learned())));
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

    /** The share of synthetic rows whose value would be a right guess. */
    private double share(int variable, Tolerance.Range right) {
        int[] codes = released.codes(variable);
        long[] counts = released.counts(variable);
        long within = 0;
        long all = 0;
        for (int i = 0; i < codes.length; i++) {
            within += right.contains(codes[i]) ? counts[i] : 0;
            all += counts[i];
        }
        return (double) within / Math.max(1, all);
    }
}

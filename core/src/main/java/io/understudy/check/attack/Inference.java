package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Closest;
import io.understudy.neighbour.ClosestRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
        Closest guesses = tables.search()
                .ask(tables.synthetic(), new ClosestRows(tables.space(), targets.rows(), others(domain.width()), 1));
        double z = Interval.z(confidence, domain.width());
        List<Finding> findings = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            int column = v;
            Tolerance.Range[] right = right(new Tolerance(tables.space()), v);
            Targets.Success success = target -> right[target].contains(guess(guesses, column, target));
            Risk risk = Risk.of(
                    Rate.of(targets.onLearned(success), targets.learned(), z),
                    Rate.of(targets.onControl(success), targets.control(), z));
            findings.add(risk.finding("inference", domain.variable(v).name(), naive(v, right)));
        }
        return findings;
    }

    /** By column all others. */
    private static List<List<Integer>> others(int width) {
        return IntStream.range(0, width)
                .mapToObj(column -> IntStream.range(0, width)
                        .filter(v -> v != column)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The code that the row nearest by all other columns has in a column; 0 where there are no rows. */
    private static int guess(Closest guesses, int column, int target) {
        return guesses.found(column, target) == 0
                ? 0
                : guesses.rows().code(column, guesses.position(column, target, 0));
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

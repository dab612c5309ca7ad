package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Risk;
import io.understudy.neighbour.Closest;
import io.understudy.neighbour.ClosestRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Attacks on single real records with what is nearest to them in the synthetic table: {@code privacy.linkability} and
 * {@code privacy.inference}, by the method of Giomi et al. (PoPETS 2023).
 *
 * <p>The main attack is made on rows learned from, the control attack on held-out rows, both drawn at random; the value is
 * the residual {@link Risk}, the baseline what guessing achieves. Targets are looked up in the index of
 * the synthetic table, exactly: no row is left out that might be nearest.
 *
 * @param confidence of the intervals of one metric together, above 0 and below 1
 * @param targets    of each attack and of its control
 * @param seed       of their choice
 * @param known      for a number of columns, the two sets of positions that an attacker wants to link
 */
public record TargetedAttacks(double confidence, int targets, long seed, IntFunction<List<List<Integer>>> known)
        implements Check {
    private static final String NAME = "privacy";

    /** Attacks that link every other column with the rest: what an attacker knows is not to be foreseen. */
    public TargetedAttacks(double confidence, int targets, long seed) {
        this(confidence, targets, seed, Linkability::alternating);
    }

    public TargetedAttacks {
        Interval.z(confidence);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Targets drawn = Targets.draw(tables, targets, seed);
        List<List<Integer>> sets = known.apply(tables.space().domain().width());
        List<Finding> findings = new ArrayList<>();
        if (sets.stream().anyMatch(List::isEmpty)) {
            findings.add(Linkability.nothing());
        } else {
            Closest closest = tables.search()
                    .ask(tables.synthetic(), new ClosestRows(tables.space(), drawn.rows(), sets, Linkability.MOST));
            findings.addAll(new Linkability(drawn, sets, confidence).measure(tables, closest));
        }
        findings.addAll(new Inference(drawn, Released.of(tables), confidence).measure(tables));
        int made = Math.min(drawn.learned(), drawn.control());
        findings.replaceAll(finding -> finding.decidedBy(made, Risk.LEAST_ATTACKS));
        findings.add(Finding.counted(NAME, "attacks", "linkability and inference", made));
        return findings;
    }
}

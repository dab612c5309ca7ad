package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.neighbour.Closest;
import io.understudy.neighbour.RowsWithin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the synthetic table tells which two halves of a record belong together: a target is linked if some synthetic row
 * is among the k nearest to it on one set of columns and on the other (Giomi et al., PoPETS 2023).
 *
 * <p>Ties decide this attack: of rows as near, those of the smallest content hash are taken for {@code linkability}, as an
 * attacker who must choose would; for {@code linkability-ties} all of them, which no attacker could use. The latter is
 * tried on at most {@value #TIED} targets of either side.
 *
 * @param targets    who is attacked
 * @param sets       two sets of columns, as positions in the space
 * @param confidence of all intervals of a metric together
 */
record Linkability(Targets targets, List<List<Integer>> sets, double confidence) {
    private static final String METRIC = "linkability";
    private static final List<Integer> NEAREST = List.of(1, 10);
    private static final int TIED = 200;

    /** So many of the nearest rows are looked at. */
    static final int MOST = NEAREST.get(NEAREST.size() - 1);

    /** Every other column and the rest. */
    static List<List<Integer>> alternating(int width) {
        return List.of(
                IntStream.range(0, width).filter(v -> v % 2 == 0).boxed().toList(),
                IntStream.range(0, width).filter(v -> v % 2 == 1).boxed().toList());
    }

    /** What is found where there are no two sets. */
    static Finding nothing() {
        return new Risk(0, new Interval(0, 0)).finding(METRIC, subject(1), 0);
    }

    /** @param closest the {@link #MOST} nearest synthetic rows to every target on every set */
    List<Finding> measure(Assessed tables, Closest closest) {
        Targets few = targets.first(TIED);
        int[][][] radii = NEAREST.stream().map(k -> radii(closest, k, few)).toArray(int[][][]::new);
        long[][] within =
                tables.search().ask(tables.synthetic(), new RowsWithin(tables.space(), few.rows(), sets, radii));
        List<Finding> findings = new ArrayList<>();
        for (int k : NEAREST) {
            double naive = naive(tables.synthetic().rows(), k);
            long[] tied = within[NEAREST.indexOf(k)];
            findings.add(risk(targets, target -> linked(closest, target, k)).finding(METRIC, subject(k), naive));
            findings.add(risk(few, target -> tied[target] > 0).finding(METRIC + "-ties", subject(k), naive));
        }
        return findings;
    }

    private static String subject(int k) {
        return k == 1 ? "nearest row" : k + " nearest rows";
    }

    private Risk risk(Targets attacked, Targets.Success success) {
        double z = Interval.z(confidence, NEAREST.size());
        return Risk.of(
                Rate.of(attacked.onLearned(success), attacked.learned(), z),
                Rate.of(attacked.onControl(success), attacked.control(), z));
    }

    private static boolean linked(Closest closest, int target, int k) {
        Set<Integer> first = new HashSet<>();
        for (int place = 0; place < Math.min(k, closest.found(0, target)); place++) {
            first.add(closest.position(0, target, place));
        }
        return IntStream.range(0, Math.min(k, closest.found(1, target)))
                .anyMatch(place -> first.contains(closest.position(1, target, place)));
    }

    /** The distance of the k-th nearest row, shape (sets, some of the targets); -1 where there are no rows. */
    private int[][] radii(Closest closest, int k, Targets some) {
        int[][] radii = new int[sets.size()][some.rows().rows()];
        for (int set = 0; set < radii.length; set++) {
            int which = set;
            Arrays.setAll(radii[set], one -> {
                int target = one < some.learned() ? one : targets.learned() + one - some.learned();
                int found = Math.min(k, closest.found(which, target));
                return found == 0 ? -1 : closest.distance(which, target, found - 1);
            });
        }
        return radii;
    }

    /** The chance that two random choices of k rows meet. */
    private static double naive(long rows, int k) {
        double apart = 1;
        for (int i = 0; i < k; i++) {
            apart *= Math.max(0, (double) (rows - k - i) / (rows - i));
        }
        return 1 - apart;
    }
}

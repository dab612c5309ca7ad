package io.understudy.check.privacy.disclosure;

import io.understudy.check.Owned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The oracle of entities: sets of owners. */
final class NaiveEntities {
    private final int k;
    private final Map<List<Integer>, List<int[]>> synthetic;
    /** Owners by combination and, within, whatever value each of their rows has: rows as they are. */
    private final List<OwnedTables.Real> real;

    NaiveEntities(OwnedTables tables, int k) {
        this.k = k;
        this.real = tables.real();
        this.synthetic = tables.synthetic().stream().collect(Collectors.groupingBy(NaiveEntities::combination));
    }

    private static List<Integer> combination(int[] row) {
        return OwnedTables.KNOWN.stream()
                .map(name -> row[OwnedTables.variable(name)])
                .toList();
    }

    private Object owner(OwnedTables.Real row) {
        return row.entity() == Owned.NOBODY ? row : row.entity();
    }

    /** Of the rows of one side, or of all for a side of -1. */
    private Map<List<Integer>, List<OwnedTables.Real>> classes(int side) {
        return real.stream()
                .filter(row -> side < 0 || row.side() == side)
                .collect(Collectors.groupingBy(
                        row -> combination(row.codes()), LinkedHashMap::new, Collectors.toList()));
    }

    private Set<Object> owners(List<OwnedTables.Real> rows) {
        return rows.stream().map(this::owner).collect(Collectors.toSet());
    }

    private int met(List<Integer> combination) {
        return synthetic.getOrDefault(combination, List.of()).size();
    }

    double replicated(int side) {
        double[] sums = new double[2];
        Map<List<Integer>, List<OwnedTables.Real>> all = classes(-1);
        classes(side).forEach((combination, rows) -> {
            List<OwnedTables.Real> whole = all.getOrDefault(combination, List.of());
            if (owners(whole).size() == 1) {
                sums[0] += met(combination) > 0 && met(combination) <= whole.size() ? 1 : 0;
                sums[1]++;
            }
        });
        return sums[0] / sums[1];
    }

    double rare(int side) {
        double[] sums = new double[2];
        Map<List<Integer>, List<OwnedTables.Real>> all = classes(-1);
        classes(side).forEach((combination, rows) -> {
            if (owners(all.getOrDefault(combination, List.of())).size() < k) {
                sums[0] += met(combination) > 0 ? owners(rows).size() : 0;
                sums[1] += owners(rows).size();
            }
        });
        return sums[0] / sums[1];
    }

    long rareCombinationsMet() {
        Map<List<Integer>, List<OwnedTables.Real>> all = classes(-1);
        return classes(Owned.TRAIN).keySet().stream()
                .filter(combination ->
                        owners(all.getOrDefault(combination, List.of())).size() < k && met(combination) > 0)
                .count();
    }

    double read(int side, String secret) {
        int v = OwnedTables.variable(secret);
        double[] sums = new double[2];
        classes(side).forEach((combination, rows) -> {
            sums[1] += owners(rows).size();
            List<Integer> seen = synthetic.getOrDefault(combination, List.of()).stream()
                    .map(row -> row[v])
                    .distinct()
                    .toList();
            if (seen.size() == 1) {
                sums[0] += owners(rows.stream()
                                .filter(row -> row.codes()[v] == seen.get(0))
                                .toList())
                        .size();
            }
        });
        return sums[0] / sums[1];
    }

    double small() {
        double[] sums = new double[2];
        classes(-1).values().forEach(rows -> {
            int owners = owners(rows).size();
            sums[0] += owners < k ? owners : 0;
            sums[1] += owners;
        });
        return sums[0] / sums[1];
    }

    double uniform(String secret) {
        int v = OwnedTables.variable(secret);
        double[] sums = new double[2];
        classes(-1).values().forEach(rows -> {
            int owners = owners(rows).size();
            sums[0] += rows.stream().map(row -> row.codes()[v]).distinct().count() < 2 ? owners : 0;
            sums[1] += owners;
        });
        return sums[0] / sums[1];
    }

    /** Shares of values among what owners have in their classes. */
    private Map<Integer, Double> shares(List<List<OwnedTables.Real>> classes, int v) {
        Map<Integer, Double> counts = new TreeMap<>();
        for (List<OwnedTables.Real> rows : classes) {
            Set<List<Object>> had = new HashSet<>();
            for (OwnedTables.Real row : rows) {
                if (had.add(List.of(owner(row), row.codes()[v]))) {
                    counts.merge(row.codes()[v], 1.0, Double::sum);
                }
            }
        }
        double all = counts.values().stream().mapToDouble(x -> x).sum();
        counts.replaceAll((value, count) -> count / all);
        return counts;
    }

    double closeness(String secret) {
        int v = OwnedTables.variable(secret);
        List<List<OwnedTables.Real>> classes = new ArrayList<>(classes(-1).values());
        Map<Integer, Double> whole = shares(classes, v);
        List<double[]> distances = new ArrayList<>();
        for (List<OwnedTables.Real> rows : classes) {
            Map<Integer, Double> own = shares(List.of(rows), v);
            double distance = whole.entrySet().stream()
                    .mapToDouble(each -> Math.abs(own.getOrDefault(each.getKey(), 0.0) - each.getValue()) / 2)
                    .sum();
            distances.add(new double[] {distance, owners(rows).size()});
        }
        double[] each = distances.stream()
                .sorted(Comparator.comparingDouble(entry -> entry[0]))
                .flatMapToDouble(entry -> {
                    double[] repeated = new double[(int) entry[1]];
                    Arrays.fill(repeated, entry[0]);
                    return Arrays.stream(repeated);
                })
                .toArray();
        return each[(int) Math.ceil(0.95 * each.length) - 1];
    }
}

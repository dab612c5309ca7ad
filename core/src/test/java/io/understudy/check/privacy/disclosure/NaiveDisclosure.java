package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The oracle: rows as lists of codes, classes as lists of rows. */
final class NaiveDisclosure {
    final List<int[]> train;
    final List<int[]> holdout;
    final List<int[]> synthetic;
    final List<int[]> real = new ArrayList<>();
    private final Domain domain;
    private final List<Integer> known;
    private final int k;

    NaiveDisclosure(Assessed tables, List<String> known, int k) {
        this.domain = tables.space().domain();
        this.known = known.stream().map(this::variable).toList();
        this.k = k;
        train = rows(tables.train());
        holdout = rows(tables.holdout());
        synthetic = rows(tables.synthetic());
        real.addAll(train);
        real.addAll(holdout);
    }

    private int variable(String name) {
        return IntStream.range(0, domain.width())
                .filter(v -> domain.variable(v).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<int[]> rows(Table table) {
        Block block = table.sample(Integer.MAX_VALUE, 0);
        return IntStream.range(0, block.rows())
                .mapToObj(row -> IntStream.range(0, table.domain().width())
                        .map(v -> block.code(v, row))
                        .toArray())
                .toList();
    }

    private List<Integer> combination(int[] row) {
        return known.stream().map(v -> row[v]).toList();
    }

    private Map<List<Integer>, List<int[]>> classes(List<int[]> rows) {
        return rows.stream().collect(Collectors.groupingBy(this::combination));
    }

    private int size(List<int[]> rows, int[] like) {
        return (int) rows.stream()
                .filter(row -> combination(row).equals(combination(like)))
                .count();
    }

    private double share(List<int[]> rows, Predicate<int[]> condition) {
        return rows.stream().filter(condition).count() / (double) rows.size();
    }

    double replicated(List<int[]> side) {
        List<int[]> uniques = side.stream().filter(row -> size(real, row) == 1).toList();
        return share(uniques, row -> size(synthetic, row) == 1);
    }

    double rare(List<int[]> side) {
        List<int[]> rare = side.stream().filter(row -> size(real, row) < k).toList();
        return share(rare, row -> size(synthetic, row) > 0);
    }

    long rareCombinationsMet() {
        return classes(train).values().stream()
                .map(rows -> rows.get(0))
                .filter(row -> size(real, row) < k && size(synthetic, row) > 0)
                .count();
    }

    double small(List<int[]> table) {
        return share(table, row -> size(table, row) < k);
    }

    double uniform(List<int[]> table, String secret) {
        int v = variable(secret);
        Map<List<Integer>, List<int[]>> classes = classes(table);
        return share(
                table,
                row -> classes.getOrDefault(combination(row), List.of()).stream()
                        .allMatch(other -> other[v] == row[v]));
    }

    double read(List<int[]> side, String secret) {
        int v = variable(secret);
        Map<List<Integer>, List<int[]>> classes = classes(synthetic);
        return share(side, row -> {
            List<int[]> seen = classes.getOrDefault(combination(row), List.of());
            return !seen.isEmpty() && seen.stream().allMatch(other -> other[v] == row[v]);
        });
    }

    /** Of labels: half the sum of differences between class and table. */
    double closeness(List<int[]> table, String secret) {
        int v = variable(secret);
        Map<List<Integer>, List<int[]>> classes = classes(table);
        Map<List<Integer>, Double> distances = new HashMap<>();
        classes.forEach((combination, rows) -> {
            double sum = 0;
            for (int code = 0; code < domain.size(v); code++) {
                int at = code;
                sum += Math.abs(share(rows, row -> row[v] == at) - share(table, row -> row[v] == at));
            }
            distances.put(combination, sum / 2);
        });
        double[] sorted = table.stream()
                .mapToDouble(row -> distances.getOrDefault(combination(row), Double.NaN))
                .sorted()
                .toArray();
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }
}

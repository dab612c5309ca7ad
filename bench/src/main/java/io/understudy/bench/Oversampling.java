package io.understudy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * The usual ways to have more of a rare class without a model of it.
 *
 * @param rare its rows
 */
record Oversampling(StructType schema, List<Row> rare) {
    private static final int NEIGHBOURS = 5;

    /** Rows drawn again. */
    List<Row> bootstrap(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows)
                .mapToObj(i -> rare.get(random.nextInt(rare.size())))
                .toList();
    }

    /**
     * Rows between a rare one and one of its nearest: numbers on the line between both, labels the most frequent of the
     * neighbourhood (SMOTE-NC: Chawla et al. 2002).
     */
    List<Row> smote(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] near = near();
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int base = random.nextInt(rare.size());
            int other = near[base][random.nextInt(NEIGHBOURS)];
            made.add(between(base, other, near[base], random.nextDouble()));
        }
        return made;
    }

    private Row between(int base, int other, int[] near, double way) {
        Object[] cells = new Object[schema.size()];
        for (int c = 0; c < cells.length; c++) {
            Object from = rare.get(base).get(c);
            Object to = rare.get(other).get(c);
            cells[c] = from instanceof Number low && to instanceof Number high
                    ? number(c, low.doubleValue() + way * (high.doubleValue() - low.doubleValue()))
                    : usual(c, near);
        }
        return RowFactory.create(cells);
    }

    /** Whole numbers stay whole. */
    private Object number(int column, double value) {
        return switch (schema.fields()[column].dataType().simpleString()) {
            case "double" -> value;
            case "float" -> (float) value;
            case "bigint" -> Math.round(value);
            case "smallint" -> (short) Math.round(value);
            case "tinyint" -> (byte) Math.round(value);
            default -> (int) Math.round(value);
        };
    }

    private Object usual(int column, int[] near) {
        Map<Object, Integer> counts = new HashMap<>();
        Arrays.stream(near).forEach(row -> counts.merge(rare.get(row).get(column), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private int[][] near() {
        double[][] numbers = new double[schema.size()][];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = standardised(c);
        }
        return IntStream.range(0, rare.size())
                .mapToObj(row -> IntStream.range(0, rare.size())
                        .filter(other -> other != row)
                        .boxed()
                        .sorted(Comparator.comparingDouble(other -> distance(numbers, row, other)))
                        .limit(NEIGHBOURS)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Numbers in standard deviations, labels none. */
    private double[] standardised(int column) {
        boolean number = schema.fields()[column].dataType() instanceof NumericType;
        if (!number) {
            return new double[0];
        }
        double[] values = rare.stream()
                .mapToDouble(row -> row.isNullAt(column) ? 0 : ((Number) row.get(column)).doubleValue())
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(values)
                .map(value -> deviation == 0 ? 0 : value / deviation)
                .toArray();
    }

    private double distance(double[][] numbers, int row, int other) {
        double sum = 0;
        for (int c = 0; c < numbers.length; c++) {
            if (numbers[c].length > 0) {
                double apart = numbers[c][row] - numbers[c][other];
                sum += apart * apart;
            } else {
                sum += Objects.equals(rare.get(row).get(c), rare.get(other).get(c)) ? 0 : 1;
            }
        }
        return sum;
    }
}

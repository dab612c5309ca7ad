package io.understudy.check;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Raw training, holdout and synthetic rows of numbers and labels, and their coded forms.
 *
 * @param number    whether each column holds numbers; otherwise labels, spelled as whole numbers
 * @param train     shape (columns, rows); NaN where missing
 * @param holdout   likewise
 * @param synthetic likewise
 */
public record MixedTables(boolean[] number, double[][] train, double[][] holdout, double[][] synthetic) {

    /** Three independent draws of one distribution: numbers, labels, ties, missing values and dependence. */
    public static MixedTables exchangeable(long seed, int train, int holdout, int synthetic) {
        Random random = new Random(seed);
        boolean[] number = {true, true, false, false, true, false};
        return new MixedTables(number, draw(train, random), draw(holdout, random), draw(synthetic, random));
    }

    private static double[][] draw(int rows, Random random) {
        double[][] columns = new double[6][rows];
        for (int row = 0; row < rows; row++) {
            double latent = random.nextGaussian();
            columns[0][row] = 40 + 12 * latent + 3 * random.nextGaussian();
            columns[1][row] = random.nextInt(5) == 0 ? Double.NaN : Math.exp(latent + random.nextGaussian());
            columns[2][row] = latent + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
            columns[3][row] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(1 + (int) Math.abs(6 * latent));
            columns[4][row] = Math.rint(2 * random.nextGaussian());
            columns[5][row] = random.nextInt(30);
        }
        return columns;
    }

    public MixedTables withSynthetic(double[][] columns) {
        return new MixedTables(number, train, holdout, columns);
    }

    /** Codes are the distinct values of all tables, rows in shuffled order in the given number of blocks. */
    public Assessed coded(int partitions) {
        Space space = space();
        return new Assessed(
                space,
                table(space, train, partitions, 1),
                table(space, holdout, partitions, 2),
                table(space, synthetic, partitions, 3),
                new LocalSearch(space, 0));
    }

    private Space space() {
        List<Variable> variables = new ArrayList<>();
        List<Space.Axis> axes = new ArrayList<>();
        for (int v = 0; v < number.length; v++) {
            double[] values = values(v);
            variables.add(new Variable("v" + v, values.length + 1, number[v], true));
            axes.add(number[v] ? new Space.Numbers(positions(v), shifted(values)) : new Space.Labels());
        }
        return new Space(new Domain(variables), axes);
    }

    private double[] values(int column) {
        return DoubleStream.concat(
                        Arrays.stream(train[column]),
                        DoubleStream.concat(Arrays.stream(holdout[column]), Arrays.stream(synthetic[column])))
                .filter(value -> !Double.isNaN(value))
                .distinct()
                .sorted()
                .toArray();
    }

    private static double[] shifted(double[] values) {
        double[] shifted = new double[values.length + 1];
        System.arraycopy(values, 0, shifted, 1, values.length);
        return shifted;
    }

    private int[] positions(int column) {
        double[] sorted = DoubleStream.concat(Arrays.stream(train[column]), Arrays.stream(holdout[column]))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] values = values(column);
        int[] positions = new int[values.length + 1];
        for (int code = 1; code < positions.length; code++) {
            double value = values[code - 1];
            long below = Arrays.stream(sorted).filter(x -> x < value).count();
            long upTo = Arrays.stream(sorted).filter(x -> x <= value).count();
            positions[code] = (int) Math.rint((below + upTo) * (Space.UNIT / 2.0) / Math.max(1, sorted.length));
        }
        return positions;
    }

    private Table table(Space space, double[][] columns, int partitions, long seed) {
        int rows = columns[0].length;
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(seed + partitions));
        List<Block> blocks = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            List<Integer> part =
                    order.subList((int) ((long) rows * p / partitions), (int) ((long) rows * (p + 1) / partitions));
            Block block = Block.empty(space.domain(), 0, part.size());
            for (int v = 0; v < columns.length; v++) {
                double[] column = columns[v];
                double[] values = values(v);
                block.write(
                        v,
                        part.stream().mapToInt(row -> code(values, column[row])).toArray());
            }
            blocks.add(block);
        }
        return new LocalTable(space.domain(), blocks);
    }

    private static int code(double[] values, double value) {
        return Double.isNaN(value) ? 0 : Arrays.binarySearch(values, value) + 1;
    }
}

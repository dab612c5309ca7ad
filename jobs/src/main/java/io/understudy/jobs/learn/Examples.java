package io.understudy.jobs.learn;

import io.understudy.check.task.Groups;
import io.understudy.check.task.Target;
import io.understudy.check.task.Task;
import io.understudy.domain.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of which the target is known: features, then the target, then the group by each sensitive column. */
record Examples(int width, double[][] rows) {

    /** The rows of a block in an order that depends on what they hold and on a seed alone. */
    static Examples of(Block block, Features features, Task task, long seed) {
        double[] truth = truth(block, task.target());
        List<int[]> groups =
                task.groups().stream().map(column -> groups(block, column)).toList();
        List<double[]> known = new ArrayList<>();
        double[][] entries = features.of(block);
        for (int row = 0; row < truth.length; row++) {
            if (!Double.isNaN(truth[row])) {
                double[] all = Arrays.copyOf(entries[row], features.width() + 1 + groups.size());
                all[features.width()] = truth[row];
                for (int g = 0; g < groups.size(); g++) {
                    all[features.width() + 1 + g] = groups.get(g)[row];
                }
                known.add(all);
            }
        }
        return new Examples(features.width(), Shuffled.of(known.toArray(double[][]::new), seed));
    }

    private static double[] truth(Block block, Target target) {
        double[] values = target.values();
        int[] codes = block.read(target.variable(), new int[block.rows()]);
        return Arrays.stream(codes).mapToDouble(code -> values[code]).toArray();
    }

    private static int[] groups(Block block, Groups column) {
        int[] codes = block.read(column.variable(), new int[block.rows()]);
        return Arrays.stream(codes).map(column.groups()::group).toArray();
    }

    int size() {
        return rows.length;
    }

    /** Every other row, up to as many. */
    Examples half(int first, int count) {
        return new Examples(
                width,
                IntStream.range(0, count).mapToObj(i -> rows[2 * i + first]).toArray(double[][]::new));
    }

    double[][] features() {
        return Arrays.stream(rows).map(row -> Arrays.copyOf(row, width)).toArray(double[][]::new);
    }

    double[] truth() {
        return Arrays.stream(rows).mapToDouble(row -> row[width]).toArray();
    }

    /** The group of each row by one of the sensitive columns. */
    int[] groups(int column) {
        return Arrays.stream(rows)
                .mapToInt(row -> (int) row[width + 1 + column])
                .toArray();
    }
}

package io.understudy.jobs.learn;

import io.understudy.check.task.Groups;
import io.understudy.check.task.Target;
import io.understudy.check.task.Task;
import io.understudy.domain.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/** Rows of which the target is known: features, then the target, then the group by each sensitive column. */
record Examples(int width, List<Vector> rows) {

    /** The rows of a block in an order that depends on what they hold and on a seed alone. */
    static Examples of(Block block, Features features, Task task, long seed) {
        double[] truth = truth(block, task.target());
        List<int[]> groups =
                task.groups().stream().map(column -> groups(block, column)).toList();
        List<Vector> known = new ArrayList<>();
        List<Vector> vectors = features.of(block);
        for (int row = 0; row < truth.length; row++) {
            if (!Double.isNaN(truth[row])) {
                double[] all = Arrays.copyOf(vectors.get(row).toArray(), features.width() + 1 + groups.size());
                all[features.width()] = truth[row];
                for (int g = 0; g < groups.size(); g++) {
                    all[features.width() + 1 + g] = groups.get(g)[row];
                }
                known.add(Vectors.dense(all));
            }
        }
        return new Examples(features.width(), Shuffled.of(known, seed));
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
        return rows.size();
    }

    /** Every other row, up to as many. */
    Examples half(int first, int rows) {
        return new Examples(
                width,
                IntStream.range(0, rows)
                        .mapToObj(i -> this.rows.get(2 * i + first))
                        .toList());
    }

    List<Vector> features() {
        return rows.stream()
                .map(row -> Vectors.dense(Arrays.copyOf(row.toArray(), width)))
                .toList();
    }

    double[] truth() {
        return rows.stream().mapToDouble(row -> row.apply(width)).toArray();
    }

    /** The group of each row by one of the sensitive columns. */
    int[] groups(int column) {
        return rows.stream()
                .mapToInt(row -> (int) row.apply(width + 1 + column))
                .toArray();
    }
}

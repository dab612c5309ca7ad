package io.understudy.jobs.learn;

import io.understudy.domain.Block;
import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.StructField;

/**
 * Coded rows as vectors that trees learn from, one entry a variable: a number as it is, a missing one below all others;
 * of labels the {@value #LABELS} most frequent in training by themselves, the others together.
 */
final class Features {
    static final int LABELS = 60;

    private final int[] variables;
    private final List<double[]> values;
    private final List<Attribute> attributes;

    /** All variables. */
    Features(Space space, List<Marginal> columns) {
        this(space, columns, IntStream.range(0, columns.size()).toArray());
    }

    /**
     * @param columns   the tables of the training rows' columns
     * @param variables to learn from, in the order of the entries
     */
    Features(Space space, List<Marginal> columns, int[] variables) {
        this.variables = variables;
        values = new ArrayList<>();
        attributes = new ArrayList<>();
        for (int v : variables) {
            if (space.axes().get(v) instanceof Space.Numbers axis) {
                values.add(numbers(axis, space.domain().variable(v).missing()));
                attributes.add(NumericAttribute.defaultAttr().withName("v" + v));
            } else {
                Grouping groups = Grouping.frequent(columns.get(v), LABELS);
                values.add(groups(groups));
                attributes.add(
                        NominalAttribute.defaultAttr().withName("v" + v).withNumValues(Math.max(2, groups.count())));
            }
        }
    }

    private static double[] numbers(Space.Numbers axis, boolean missing) {
        double[] numbers = axis.numbers().clone();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int code = missing ? 1 : 0; code < numbers.length; code++) {
            low = Math.min(low, numbers[code]);
            high = Math.max(high, numbers[code]);
        }
        if (missing && low <= high) {
            numbers[0] = low - Math.max(1, (high - low) / 8);
        }
        return numbers;
    }

    private static double[] groups(Grouping groups) {
        double[] values = new double[groups.size()];
        for (int code = 0; code < values.length; code++) {
            values[code] = groups.group(code);
        }
        return values;
    }

    /** The field of a dataset that holds such vectors, with what trees must know about them. */
    StructField field(String name) {
        return new AttributeGroup(name, attributes.toArray(Attribute[]::new)).toStructField();
    }

    /** Entries of a vector. */
    int width() {
        return values.size();
    }

    /** One vector a row. */
    List<Vector> of(Block block) {
        double[][] rows = new double[block.rows()][values.size()];
        int[] codes = new int[block.rows()];
        for (int i = 0; i < variables.length; i++) {
            block.read(variables[i], codes);
            for (int row = 0; row < rows.length; row++) {
                rows[row][i] = values.get(i)[codes[row]];
            }
        }
        List<Vector> vectors = new ArrayList<>();
        for (double[] row : rows) {
            vectors.add(Vectors.dense(row));
        }
        return vectors;
    }
}

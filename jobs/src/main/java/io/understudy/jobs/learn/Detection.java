package io.understudy.jobs.learn;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.domain.Block;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Whether a classifier can tell synthetic rows from rows that were learned from (Lopez-Paz and Oquab 2017): {@code
 * quality.c2st-auc}, the area under the ROC curve of a forest on rows that they were not trained on. 0.5 is perfect.
 *
 * <p>The baseline is 0.5, which another real sample has by symmetry. Much below it synthetic rows are copies: nearer to the
 * training rows than new ones would be. At most {@value #ROWS} rows of either side, always the same ones in the same
 * partitions, so that the same tables give the same number. Nothing is found with fewer than {@value #LEAST}: the interval
 * would say nothing.
 *
 * @param confidence of the interval
 */
public record Detection(SparkSession spark, double confidence, long seed) implements Check {
    static final int ROWS = 10_000;

    private static final int TREES = 60;
    private static final int DEPTH = 10;
    private static final int LEAF = 5;
    private static final int BINS = 64;
    private static final int SLICE = 1 << 18;
    private static final String LABEL = "label";
    private static final String FEATURES = "features";
    private static final int LEAST = 1_000;

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Block real = tables.train().sample(ROWS, seed);
        Block synthetic = tables.synthetic().sample(ROWS, seed);
        if (Math.min(real.rows(), synthetic.rows()) < LEAST) {
            return List.of();
        }
        Features features = new Features(
                tables.space(),
                tables.train().compute(Marginals.ofColumns(tables.space().domain())));
        List<Vector> ours = Shuffled.of(features.of(synthetic), seed);
        List<Vector> theirs = Shuffled.of(features.of(real), seed + 1);
        int size = Math.min(ours.size(), theirs.size());
        Dataset<Row> even = rows(features, every(ours, size, 0), every(theirs, size, 0));
        Dataset<Row> odd = rows(features, every(ours, size, 1), every(theirs, size, 1));
        Auc[] folds = {auc(even, odd), auc(odd, even)};
        even.unpersist(false);
        odd.unpersist(false);
        double value = Auc.mean(folds);
        double half = Interval.z(confidence) * Math.hypot(folds[0].error(), folds[1].error()) / 2;
        return List.of(
                new Finding(name(), "c2st-auc", "", value, Math.max(0, value - half), Math.min(1, value + half), 0.5));
    }

    /** Every other one of the first rows. */
    private static List<Vector> every(List<Vector> rows, int size, int first) {
        List<Vector> half = new ArrayList<>();
        for (int i = first; i < size; i += 2) {
            half.add(rows.get(i));
        }
        return half;
    }

    private Dataset<Row> rows(Features features, List<Vector> synthetic, List<Vector> real) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(synthetic.size(), real.size()); i++) {
            if (i < synthetic.size()) {
                rows.add(RowFactory.create(1.0, synthetic.get(i)));
            }
            if (i < real.size()) {
                rows.add(RowFactory.create(0.0, real.get(i)));
            }
        }
        StructField label = new StructField(LABEL, DataTypes.DoubleType, false, Metadata.empty());
        StructType schema = new StructType(new StructField[] {label, features.field(FEATURES)});
        // Tasks carry their rows: cut so that none is large, and by what is in the rows alone.
        int slices = 1 + (int) ((long) rows.size() * features.width() * Double.BYTES / SLICE);
        return spark.createDataFrame(
                        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, slices), schema)
                .cache();
    }

    private Auc auc(Dataset<Row> fit, Dataset<Row> test) {
        RandomForestClassificationModel model = new RandomForestClassifier()
                .setNumTrees(TREES)
                .setMaxDepth(DEPTH)
                .setMaxBins(BINS)
                .setMinInstancesPerNode(LEAF)
                .setSeed(seed)
                .fit(fit);
        List<Row> scored = test.collectAsList();
        double[] scores = new double[scored.size()];
        boolean[] positive = new boolean[scored.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.predictRaw(scored.get(i).getAs(FEATURES)).apply(1);
            positive[i] = scored.get(i).getDouble(0) > 0;
        }
        return Auc.of(scores, positive);
    }
}

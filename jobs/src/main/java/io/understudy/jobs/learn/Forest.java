package io.understudy.jobs.learn;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A forest (Breiman 2001) of {@value #TREES} trees of depth {@value #DEPTH}: the same rows in the same order give the same one. */
sealed interface Forest {
    int TREES = 60;
    int DEPTH = 10;
    int LEAF = 5;
    int BINS = 64;

    /** Of classes the chance of each, of a quantity its prediction alone. */
    double[] predict(Vector features);

    /** How much each feature adds, together 1, or all 0 where none does. */
    double[] importances();

    /** How forests of one task are grown. */
    record Growing(SparkSession spark, Features features, int classes, long seed) {
        private static final int SLICE = 1 << 18;
        private static final String LABEL = "label";
        private static final String FEATURES = "features";

        /** @param labels the class of each row, or its quantity where there are no classes */
        Forest grow(List<Vector> rows, double[] labels) {
            Dataset<Row> table = table(rows, labels).cache();
            try {
                return classes > 0 ? new OfClasses(classifier(table)) : new OfQuantity(regressor(table));
            } finally {
                table.unpersist(false);
            }
        }

        private Dataset<Row> table(List<Vector> rows, double[] labels) {
            List<Row> labelled = IntStream.range(0, labels.length)
                    .mapToObj(i -> RowFactory.create(labels[i], rows.get(i)))
                    .toList();
            StructField label = classes > 0
                    ? NominalAttribute.defaultAttr()
                            .withName(LABEL)
                            .withNumValues(classes)
                            .toStructField()
                    : NumericAttribute.defaultAttr().withName(LABEL).toStructField();
            StructType schema = new StructType(new StructField[] {label, features.field(FEATURES)});
            // Tasks carry their rows: cut so that none is large, and by what is in the rows alone.
            int slices = 1 + (int) ((long) labels.length * features.width() * Double.BYTES / SLICE);
            return spark.createDataFrame(
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(labelled, slices), schema);
        }

        private RandomForestClassificationModel classifier(Dataset<Row> table) {
            return new RandomForestClassifier()
                    .setNumTrees(TREES)
                    .setMaxDepth(DEPTH)
                    .setMaxBins(BINS)
                    .setMinInstancesPerNode(LEAF)
                    .setSeed(seed)
                    .fit(table);
        }

        private RandomForestRegressionModel regressor(Dataset<Row> table) {
            return new RandomForestRegressor()
                    .setNumTrees(TREES)
                    .setMaxDepth(DEPTH)
                    .setMaxBins(BINS)
                    .setMinInstancesPerNode(LEAF)
                    .setSeed(seed)
                    .fit(table);
        }
    }

    /** Predicts classes. */
    record OfClasses(RandomForestClassificationModel model) implements Forest {
        @Override
        public double[] predict(Vector features) {
            return model.predictProbability(features).toArray();
        }

        @Override
        public double[] importances() {
            return model.featureImportances().toArray();
        }
    }

    /** Predicts a quantity. */
    record OfQuantity(RandomForestRegressionModel model) implements Forest {
        @Override
        public double[] predict(Vector features) {
            return new double[] {model.predict(features)};
        }

        @Override
        public double[] importances() {
            return model.featureImportances().toArray();
        }
    }
}

package io.understudy.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Gradient-boosted trees that tell a rare class from all others. Labels are indexed as in the real training rows.
 *
 * @param target   the column of the class
 * @param positive what it says of the rare rows
 */
record Detector(String target, String positive, PipelineModel features) {
    private static final int ROUNDS = 50;
    private static final int DEPTH = 4;
    private static final double STEP = 0.1;
    private static final double ROWS_A_ROUND = 0.8;
    private static final int MORE = 2;

    static Detector of(String target, String positive, Dataset<Row> real) {
        StructField[] fields = Arrays.stream(real.schema().fields())
                .filter(field -> !field.name().equals(target))
                .toArray(StructField[]::new);
        String[] labels = names(fields, true);
        String[] numbers = names(fields, false);
        String[] indexed = Arrays.stream(labels).map(name -> name + " index").toArray(String[]::new);
        PipelineStage[] stages = {
            new StringIndexer().setInputCols(labels).setOutputCols(indexed).setHandleInvalid("keep"),
            new VectorAssembler()
                    .setInputCols(Stream.concat(Arrays.stream(indexed), Arrays.stream(numbers))
                            .toArray(String[]::new))
                    .setOutputCol("features")
        };
        return new Detector(
                target,
                positive,
                new org.apache.spark.ml.Pipeline().setStages(stages).fit(complete(real)));
    }

    private static String[] names(StructField[] fields, boolean labels) {
        return Arrays.stream(fields)
                .filter(field -> field.dataType() instanceof StringType == labels)
                .map(StructField::name)
                .toArray(String[]::new);
    }

    /** Nothing is missing: an empty label, and a number below all others. */
    private static Dataset<Row> complete(Dataset<Row> rows) {
        StructType schema = rows.schema();
        return rows.select(Arrays.stream(schema.fields())
                .map(field -> {
                    Column cell = rows.col("`" + field.name() + "`");
                    boolean label = field.dataType() instanceof StringType;
                    return (label
                                    ? functions.coalesce(cell, functions.lit(""))
                                    : functions.coalesce(cell.cast("double"), functions.lit(-1e9)))
                            .as(field.name());
                })
                .toArray(Column[]::new));
    }

    private Dataset<Row> prepared(Dataset<Row> rows) {
        Dataset<Row> labelled = rows.withColumn(
                "label",
                rows.col("`" + target + "`").cast("string").equalTo(positive).cast("double"));
        return features.transform(complete(labelled)).select("features", "label");
    }

    /**
     * Scores of some rows by trees that learned from others. Every tree is one more step of how the table was made, and tasks carry
     * all of them: so the table begins anew here, and the trees do every ten where Spark has a folder for checkpoints.
     */
    double[] scores(Dataset<Row> learned, List<Row> tried, long seed) {
        Dataset<Row> table = prepared(learned).localCheckpoint();
        int most = Arrays.stream(((org.apache.spark.ml.feature.StringIndexerModel) features.stages()[0]).labelsArray())
                .mapToInt(labels -> labels.length)
                .max()
                .orElse(0);
        GBTClassificationModel model = new GBTClassifier()
                .setMaxIter(ROUNDS)
                .setMaxDepth(DEPTH)
                .setStepSize(STEP)
                .setSubsamplingRate(ROWS_A_ROUND)
                .setMaxBins(Math.max(Integer.SIZE, most + MORE))
                .setSeed(seed)
                .fit(table);
        return tried.stream()
                .mapToDouble(row -> model.predictRaw((Vector) row.get(0)).apply(1))
                .toArray();
    }

    /** Rows as they are tried: features and whether they are of the rare class. */
    List<Row> examples(Dataset<Row> rows) {
        return prepared(rows).collectAsList();
    }
}

package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Predicates in Spark's SQL, evaluated by Spark over cells.
 *
 * @param spark   where they are evaluated
 * @param columns of the cells
 * @param schema  of the same columns, under the names that the predicates use
 * @param wheres  the predicates
 */
public record Predicates(SparkSession spark, List<Column> columns, StructType schema, List<String> wheres) {
    /** The class of SQLSTATE that values are to blame for. */
    private static final String DATA_EXCEPTION = "22";

    /** Why a predicate cannot be used, in words for a person. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String why, Throwable cause) {
            super(why, cause);
        }

        /** In the first words of Spark. */
        static Wrong of(Exception analysis) {
            return new Wrong(
                    String.valueOf(analysis.getMessage())
                            .lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse(""),
                    analysis);
        }
    }

    /**
     * The columns of a table that a predicate is about.
     *
     * @return positions, ascending
     * @throws Wrong if it is no predicate over the table
     */
    public static List<Integer> columns(SparkSession spark, StructType schema, String where) {
        LogicalPlan plan = plan(spark, schema, where);
        if (!(plan instanceof Filter filter) || !filter.condition().deterministic()) {
            throw new Wrong("it must be a predicate that says the same of a row whenever it is asked", new Throwable());
        }
        // By Spark's own number of a column: its name is as the predicate writes it, in upper or lower case.
        List<ExprId> all = CollectionConverters.asJava(filter.child().output()).stream()
                .map(Attribute::exprId)
                .toList();
        TreeSet<Integer> positions = new TreeSet<>();
        for (Attribute attribute :
                CollectionConverters.asJava(filter.condition().references().toSeq())) {
            positions.add(all.indexOf(attribute.exprId()));
        }
        if (positions.isEmpty()) {
            throw new Wrong("it is about no column of the table", new Throwable());
        }
        return new ArrayList<>(positions);
    }

    private static LogicalPlan plan(SparkSession spark, StructType schema, String where) {
        try {
            return ((org.apache.spark.sql.classic.Dataset<Row>)
                            spark.createDataFrame(List.<Row>of(), schema).filter(Where.column(schema, where)))
                    .queryExecution()
                    .analyzed();
        } catch (Exception e) { // Spark throws checked exceptions without saying so
            if (e instanceof AnalysisException) {
                throw Wrong.of(e);
            }
            throw e;
        }
    }

    /**
     * What is wrong with a predicate that failed on values: a text that is compared with a number, a division by zero. Spark's own
     * words would name the value, which may be somebody's.
     *
     * @return empty if the failure has another reason
     */
    public static Optional<Wrong> failedOnValues(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark
                    && spark.getSqlState() != null
                    && spark.getSqlState().startsWith(DATA_EXCEPTION)) {
                return Optional.of(new Wrong(
                        "it fails on values of the table (" + spark.getCondition() + "); compare columns with values of"
                                + " their own type, or use try_cast, try_divide and the like",
                        failure));
            }
        }
        return Optional.empty();
    }

    /**
     * Which values of which combinations meet which predicate.
     *
     * @param leads over {@link #columns}
     * @return shape (predicates, combinations): bit p is set where the values at place p meet it
     * @throws Wrong if one of them fails on values
     */
    public long[][] met(ConditionedRows.Leads leads) {
        try {
            return tried(leads);
        } catch (Exception e) { // Spark throws checked exceptions without saying so
            Optional<Wrong> wrong = failedOnValues(e);
            if (wrong.isPresent()) {
                throw wrong.get();
            }
            throw e;
        }
    }

    /** One of the predicates alone. */
    public Predicates only(int predicate) {
        return new Predicates(spark, columns, schema, List.of(wheres.get(predicate)));
    }

    private long[][] tried(ConditionedRows.Leads leads) {
        int combinations = leads.codes()[0].length;
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int parts = Math.max(1, Math.min(combinations, context.defaultParallelism()));
        List<Integer> indices = IntStream.range(0, parts).boxed().toList();
        List<Column> columns = this.columns;
        StructType plain = plain();
        JavaRDD<InternalRow> rows = context.parallelize(indices, parts).mapPartitions(part -> {
            int index = part.next();
            int from = (int) ((long) combinations * index / parts);
            int to = (int) ((long) combinations * (index + 1) / parts);
            return new BlockRows(columns, plain, blocks(leads, from, to));
        });
        Dataset<Row> named = Frames.as(Frames.of(spark, rows, plain), schema);
        org.apache.spark.sql.Column[] tests = wheres.stream()
                .map(where -> functions.coalesce(Where.column(schema, where), functions.lit(false)))
                .toArray(org.apache.spark.sql.Column[]::new);
        int predicates = tests.length;
        int values = leads.values();
        List<long[]> packed = named.select(tests)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(tested -> packed(tested, predicates, values).iterator())
                .collect();
        long[][] met = new long[predicates][combinations];
        for (int combination = 0; combination < combinations; combination++) {
            for (int predicate = 0; predicate < predicates; predicate++) {
                met[predicate][combination] = packed.get(combination)[predicate];
            }
        }
        return met;
    }

    private StructType plain() {
        StructField[] fields = schema.fields();
        return new StructType(IntStream.range(0, fields.length)
                .mapToObj(c -> new StructField("c" + c, fields[c].dataType(), true, fields[c].metadata()))
                .toArray(StructField[]::new));
    }

    /** All values of some combinations, one combination after the other. */
    private static Iterator<RawBlock> blocks(ConditionedRows.Leads leads, int from, int to) {
        int values = leads.values();
        return IntStream.range(from, to)
                .mapToObj(combination -> {
                    List<RawColumn> cells = new ArrayList<>();
                    for (int i = 0; i < leads.cells().size(); i++) {
                        int first = leads.codes()[i][combination] * values;
                        int[] positions = IntStream.range(first, first + values).toArray();
                        cells.add(leads.cells().get(i).select(positions, values));
                    }
                    return new RawBlock(values, cells);
                })
                .iterator();
    }

    private static List<long[]> packed(Iterator<InternalRow> tested, int predicates, int values) {
        List<long[]> packed = new ArrayList<>();
        // Spark's iterators must be asked for every single row whether there is one.
        for (int place = 0; tested.hasNext(); place = (place + 1) % values) {
            if (place == 0) {
                packed.add(new long[predicates]);
            }
            long[] bits = packed.get(packed.size() - 1);
            InternalRow row = tested.next();
            for (int predicate = 0; predicate < predicates; predicate++) {
                bits[predicate] |= row.getBoolean(predicate) ? 1L << place : 0;
            }
        }
        return packed;
    }
}

package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.raw.RawBlock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows read into blocks and written back are the rows they were, for every type a column can have. */
class RoundTripTest {

    private static Dataset<Row> back(Dataset<Row> table) {
        SourceRows read = SourceRows.of(table);
        StructType schema = table.schema();
        List<io.understudy.schema.Column> columns = read.columns();
        JavaRDD<RawBlock> blocks = read.blocks();
        JavaRDD<InternalRow> written = blocks.mapPartitions(all -> new BlockRows(columns, schema, all));
        return Frames.of(TestSpark.session(), written, schema);
    }

    private static void survives(DataType type, @Nullable Object... values) {
        StructType schema = new StructType().add("value", type, true);
        List<Row> rows = new ArrayList<>(
                Arrays.stream(values).map(value -> RowFactory.create(value)).toList());
        rows.add(RowFactory.create((Object) null));
        Dataset<Row> table = TestSpark.session().createDataFrame(rows, schema).coalesce(1);

        assertThat(back(table).collectAsList()).as(type.sql()).isEqualTo(table.collectAsList());
    }

    @Test
    void wholeNumbersAndFlags() {
        survives(DataTypes.BooleanType, true, false);
        survives(DataTypes.ByteType, Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE);
        survives(DataTypes.ShortType, Short.MIN_VALUE, (short) -1, Short.MAX_VALUE);
        survives(DataTypes.IntegerType, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        survives(DataTypes.LongType, Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
    }

    @Test
    void decimals() {
        survives(DataTypes.createDecimalType(10, 2), new BigDecimal("-12345678.90"), new BigDecimal("0.01"));
        survives(DataTypes.createDecimalType(18, 0), new BigDecimal("999999999999999999"));
        survives(DataTypes.createDecimalType(5, 5), new BigDecimal("0.12345"));
    }

    /** Beyond 18 digits a decimal is as exact as a double: some 15 digits. */
    @Test
    void wideDecimals() {
        survives(
                DataTypes.createDecimalType(38, 10),
                new BigDecimal("-12345.6789000000"),
                new BigDecimal("0E-10"),
                new BigDecimal("9000000000000000000000000000.0000000000"));
        survives(
                DataTypes.createDecimalType(38, 0),
                BigDecimal.TEN.pow(37),
                BigDecimal.TEN.pow(37).negate());
    }

    /** Their nearest double is the power of ten that the type no longer holds. */
    @Test
    void theWidestDecimalsStayWithinTheirType() {
        BigDecimal most = new BigDecimal("9".repeat(28) + "." + "9".repeat(10));
        survives(DataTypes.createDecimalType(38, 10), most, most.negate());
    }

    /** A row's text tells 0.0 from -0.0 and is the same for all NaN. */
    @Test
    void fractions() {
        Double[] doubles = {
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            -Double.MAX_VALUE
        };
        survives(DataTypes.DoubleType, (Object[]) doubles);
        survives(DataTypes.FloatType, Float.NaN, Float.NEGATIVE_INFINITY, -0.0f, 0.0f, Float.MIN_VALUE, 0.1f);

        StructType schema = new StructType().add("value", DataTypes.DoubleType, true);
        List<Row> rows = Arrays.stream(doubles).map(RowFactory::create).toList();
        Dataset<Row> table = TestSpark.session().createDataFrame(rows, schema).coalesce(1);
        assertThat(back(table).collectAsList().stream().map(row -> Double.doubleToRawLongBits(row.getDouble(0))))
                .containsExactlyElementsOf(
                        Arrays.stream(doubles).map(Double::doubleToRawLongBits).toList());
    }

    @Test
    void daysAndTimes() {
        survives(
                DataTypes.DateType, Date.valueOf("0001-01-03"), Date.valueOf("1970-01-01"), Date.valueOf("9999-12-31"));
        survives(
                DataTypes.TimestampType,
                Timestamp.valueOf("1600-02-29 00:00:00.000001"),
                Timestamp.valueOf("2038-01-19 03:14:08.999999"));
        survives(
                DataTypes.TimestampNTZType,
                LocalDateTime.parse("1969-12-31T23:59:59.999999"),
                LocalDateTime.parse("2024-02-29T12:00:00"));
    }

    @Test
    void intervals() {
        survives(DataTypes.createYearMonthIntervalType(), Period.ofMonths(-13), Period.ofYears(1000));
        survives(DataTypes.createDayTimeIntervalType(), Duration.ofDays(-3).plusNanos(1000), Duration.ofHours(25));
    }

    @Test
    void texts() {
        survives(DataTypes.StringType, "", " ", "Straße 名前 😀", "a\u0000b", "x".repeat(100_000));
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        StructType schema = new StructType().add("value", DataTypes.BinaryType, true);
        List<Row> rows = List.of(
                RowFactory.create((Object) all), RowFactory.create((Object) new byte[0]), RowFactory.create((Object)
                        "é".getBytes(StandardCharsets.UTF_8)));
        Dataset<Row> table = TestSpark.session().createDataFrame(rows, schema).coalesce(1);

        List<Row> found = back(table).collectAsList();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.get(i).<byte[]>getAs(0)).isEqualTo(rows.get(i).<byte[]>getAs(0));
        }
    }

    @Test
    void manyRowsOfManyColumnsInSeveralBlocks() {
        Dataset<Row> table = io.understudy.jobs.quickstart.InsuranceClaims.table(TestSpark.session(), 10_000, 3)
                .coalesce(1);

        assertThat(back(table).collectAsList()).isEqualTo(table.collectAsList());
    }
}

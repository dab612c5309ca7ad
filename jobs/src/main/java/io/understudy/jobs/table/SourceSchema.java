package io.understudy.jobs.table;

import io.understudy.jobs.job.InputException;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/** What Spark calls a column's type, and what Understudy does. */
public final class SourceSchema {
    private static final Map<Class<?>, ColumnType> SIMPLE = Map.ofEntries(
            Map.entry(DataTypes.BooleanType.getClass(), new ColumnType.Flag()),
            Map.entry(DataTypes.NullType.getClass(), new ColumnType.Whole(1)),
            Map.entry(DataTypes.ByteType.getClass(), new ColumnType.Whole(1)),
            Map.entry(DataTypes.ShortType.getClass(), new ColumnType.Whole(2)),
            Map.entry(DataTypes.IntegerType.getClass(), new ColumnType.Whole(4)),
            Map.entry(DataTypes.LongType.getClass(), new ColumnType.Whole(8)),
            Map.entry(YearMonthIntervalType.class, new ColumnType.Whole(4)),
            Map.entry(DayTimeIntervalType.class, new ColumnType.Whole(8)),
            Map.entry(DataTypes.FloatType.getClass(), new ColumnType.Real(4)),
            Map.entry(DataTypes.DoubleType.getClass(), new ColumnType.Real(8)),
            Map.entry(DataTypes.DateType.getClass(), new ColumnType.Date()),
            Map.entry(DataTypes.TimestampType.getClass(), new ColumnType.Timestamp()),
            Map.entry(DataTypes.TimestampNTZType.getClass(), new ColumnType.Timestamp()),
            Map.entry(DataTypes.BinaryType.getClass(), new ColumnType.Binary()));

    private SourceSchema() {}

    /**
     * The columns of a schema.
     *
     * @throws InputException naming every column of a type that cannot be synthesised, or two names that clash
     */
    public static List<Column> columns(StructType schema) {
        refuseClashes(schema);
        List<Column> columns = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Optional<ColumnType> type = type(field.dataType());
            type.ifPresent(known -> columns.add(new Column(field.name(), known, field.nullable())));
            if (type.isEmpty()) {
                nested.add("\"" + field.name() + "\" (" + field.dataType().simpleString() + ")");
            }
        }
        if (!nested.isEmpty()) {
            throw new InputException("the input has columns of types that have no single value a row: "
                    + String.join(", ", nested)
                    + "; flatten them to columns of their own with an input query, or leave them out with"
                    + " columns.NAME.role: drop");
        }
        if (columns.isEmpty()) {
            throw new InputException("the input has no columns; a table needs at least one");
        }
        return columns;
    }

    private static void refuseClashes(StructType schema) {
        Set<String> seen = new HashSet<>();
        for (String name : schema.fieldNames()) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new InputException("the input has two columns named \"" + name
                        + "\" (upper and lower case are not told apart); rename one with an input query");
            }
        }
    }

    private static Optional<ColumnType> type(DataType type) {
        if (type instanceof DecimalType decimal) {
            return Optional.of(new ColumnType.Decimal(decimal.precision(), decimal.scale()));
        }
        if (type instanceof StringType) {
            return Optional.of(new ColumnType.Text());
        }
        return Optional.ofNullable(SIMPLE.get(type.getClass()));
    }
}

package io.understudy.jobs.source;

import io.understudy.codec.Codec;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.fitted.ModelFile;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A table that is drawn when it is read.
 *
 * @param asked   what the reader asked for
 * @param rows    how many there are
 * @param rowType what rows look like: the input's schema, where a column that may come out missing is nullable
 * @param drawing of the whole table
 * @param clear   whether made-up values keep clear of those of real rows
 */
record DrawnTable(SourceOptions asked, long rows, StructType rowType, Drawing drawing, boolean clear)
        implements SupportsRead {
    private static final String COMMENT = "comment";

    static DrawnTable open(SourceOptions asked) {
        ModelFile model = asked.model().read(SparkSession.active());
        long rows = asked.rows().orElse(model.profile().rows());
        Drawing drawing = Drawing.of(model, asked.seed(), Math.max(1, rows));
        return new DrawnTable(
                asked,
                rows,
                nullable(model.rowType(), drawing.codec().codecs()),
                drawing,
                model.unguarded().isEmpty());
    }

    private static StructType nullable(StructType schema, List<Codec> codecs) {
        StructField[] fields = schema.fields().clone();
        for (int c = 0; c < fields.length; c++) {
            boolean nullable = fields[c].nullable() || codecs.get(c).variable().missing();
            fields[c] = new StructField(fields[c].name(), fields[c].dataType(), nullable, fields[c].metadata());
        }
        return new StructType(fields);
    }

    @Override
    public String name() {
        return SourceOptions.FORMAT + " " + asked.model().path();
    }

    @Override
    public Column[] columns() {
        return Arrays.stream(rowType.fields()).map(DrawnTable::column).toArray(Column[]::new);
    }

    private static Column column(StructField field) {
        String comment = field.metadata().contains(COMMENT) ? field.metadata().getString(COMMENT) : null;
        String metadata = new MetadataBuilder()
                .withMetadata(field.metadata())
                .remove(COMMENT)
                .build()
                .json();
        return Column.create(field.name(), field.dataType(), field.nullable(), comment, metadata);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return EnumSet.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return new DrawnScanBuilder(this);
    }
}

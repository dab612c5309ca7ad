package io.understudy.jobs.source;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * The data source {@code understudy}: a fitted model as a table whose rows are drawn when they are read.
 *
 * <p>Options are those of {@link SourceOptions}. Every failure to open a table is a
 * {@link io.understudy.jobs.job.ConfigurationException} or {@link io.understudy.jobs.job.InputException}.
 */
public final class UnderstudySource implements TableProvider, DataSourceRegister {
    private @Nullable DrawnTable opened;

    @Override
    public String shortName() {
        return SourceOptions.FORMAT;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return open(options).rowType();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return open(new CaseInsensitiveStringMap(properties));
    }

    /** Spark asks for the schema and then for the table: the model is read once. */
    private DrawnTable open(CaseInsensitiveStringMap options) {
        SourceOptions asked = SourceOptions.of(options);
        DrawnTable known = opened;
        if (known == null || !known.asked().equals(asked)) {
            known = DrawnTable.open(asked);
            opened = known;
        }
        return Objects.requireNonNull(known);
    }
}

package io.understudy.jobs.api;

import io.understudy.jobs.job.Options;
import io.understudy.jobs.job.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Datasets under names that a job can read them by, for as long as it takes to open them. */
final class Views implements AutoCloseable {
    private final SparkSession spark;
    private final List<String> names = new ArrayList<>();

    Views(SparkSession spark) {
        this.spark = spark;
    }

    SparkSession spark() {
        return spark;
    }

    Source source(Dataset<Row> table) {
        String name = "understudy_" + UUID.randomUUID().toString().replace('-', '_');
        table.createOrReplaceTempView(name);
        names.add(name);
        return new Source(Source.Kind.QUERY, "SELECT * FROM " + name, Optional.empty(), Options.NONE, Optional.empty());
    }

    @Override
    public void close() {
        names.forEach(name -> spark.catalog().dropTempView(name));
    }
}

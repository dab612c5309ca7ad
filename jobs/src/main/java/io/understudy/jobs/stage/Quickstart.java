package io.understudy.jobs.stage;

import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SaveMode;

/** A whole job on a generated table: the table, a job file to go on from, and the run. */
public final class Quickstart {
    private static final long SEED = 1;
    private static final String JOB = """
            # The job of the quickstart: learn a table of insurance claims and publish a synthetic one in its place.
            # Change it and run it again with: ./understudy run %s
            version: 1
            input:
              path: claims              # %d generated rows; see docs/quickstart-table.md
              format: parquet
            holdout:
              key: [customer_id]        # a customer's claims are all learned from or all held out
            output:
              path: synthetic
              format: delta
              mode: overwrite           # one commit; the version before stays readable
            gate:
              preset: default
            report:
              path: report
            """;

    private final Path folder;
    private final long rows;
    private final Console console;

    /**
     * @param folder where everything goes; what is there already is replaced
     * @param rows   of the sample table, at least 1
     */
    public Quickstart(Path folder, long rows, Console console) {
        this.folder = folder;
        this.rows = rows;
        this.console = console;
    }

    /** Makes the table and the job file, and does the whole job. */
    public void run() {
        console.line("Understudy quickstart: " + rows + " insurance claims of invented people in " + folder);
        InsuranceClaims.table(Sessions.open(), rows, SEED)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.resolve("claims").toUri().toString());
        Job job = JobFile.read(jobFile(), List.of(), Map.of());
        new Pipeline(job, console).run();
    }

    private Path jobFile() {
        Path file = folder.resolve("job.yaml");
        try {
            Files.createDirectories(folder);
            Files.write(file, JOB.formatted(file, rows).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

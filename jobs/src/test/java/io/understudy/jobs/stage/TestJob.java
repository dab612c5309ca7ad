package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A job file in a folder, run as a person would run it, in the tests' session. */
record TestJob(Path folder, String yaml) {

    /** A job from a table to {@code out} in the folder, with whatever else the job file says. */
    static TestJob of(Path folder, String input, String... lines) {
        return new TestJob(folder, "input: { " + input + " }\n" + String.join("\n", lines) + "\n");
    }

    /** How the program ended, and what it said. */
    record Ended(int code, String out, String err) {
        String lastLine() {
            return err.lines().reduce("", (before, line) -> line);
        }
    }

    /** Runs a command of the program on the job. */
    Ended run(String command, String... options) {
        Path file = folder.resolve("job.yaml");
        String output = yaml.contains("output:") ? "" : "output: { path: out }\n";
        try {
            Files.writeString(file, yaml + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments.toArray(String[]::new), stream(out), stream(err));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs some commands, which must end well; how the last of them did. */
    Ended succeeds(String... commands) {
        Ended ended = new Ended(0, "", "");
        for (String command : commands) {
            ended = run(command, "--verbose");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
        return ended;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Dataset<Row> published() {
        return TestSpark.session().read().format("delta").load(path("out").toString());
    }

    JsonNode verdict() {
        try {
            return new ObjectMapper()
                    .readTree(path("out.understudy/verdict.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that were sampled and wait for the gate, kept as they are now. */
    Dataset<Row> waiting() {
        return TestSpark.session()
                .read()
                .parquet(path("out.understudy/work/sample/rows").toString())
                .localCheckpoint();
    }

    /** Every file and folder below the job's that does not belong to the job file itself. */
    List<String> written() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder) && !file.endsWith("job.yaml"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table as a multiset: sorted texts. */
    static List<String> rows(Dataset<Row> table) {
        return table.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}

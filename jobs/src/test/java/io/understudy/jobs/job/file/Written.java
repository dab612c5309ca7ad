package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;

/** A job file written to a folder for one test. */
record Written(Path folder, Map<String, String> environment) {
    static final String MINIMAL = "input: { path: in.parquet }\noutput: { path: out }\n";

    static Written in(Path folder) {
        return new Written(folder, Map.of());
    }

    Written with(String name, String value) {
        return new Written(folder, Map.of(name, value));
    }

    Path file(String text) {
        try {
            return Files.writeString(folder.resolve("job.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Job read(String text, String... settings) {
        return JobFile.read(file(text), List.of(settings), environment);
    }

    /** What is thrown for a text, which must be a configuration error. */
    AbstractThrowableAssert<?, ?> refusal(String text, String... settings) {
        return assertThatThrownBy(() -> read(text, settings)).isInstanceOf(ConfigurationException.class);
    }
}

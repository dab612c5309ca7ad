package io.understudy.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.job.ConfigurationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader may ask of the data source, and what it is told where it asks for something else. */
class SourceOptionsTest {
    @TempDir
    Path folder;

    private static SourceOptions read(String... pairs) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return SourceOptions.of(options);
    }

    @Test
    void aModelAloneIsEnough() {
        SourceOptions options = read("path", "/models/claims");
        assertThat(options.model().path()).isEqualTo("/models/claims");
        assertThat(options.model().key()).isEmpty();
        assertThat(options.rows()).isEmpty();
        assertThat(options.seed()).isZero();
        assertThat(options.partitions()).isEmpty();
    }

    @Test
    void everyOptionIsHeeded() {
        SourceOptions options =
                read("model", "m", "rows", "20000000000", "seed", "-3", "partitions", "8", "key-env", "MODEL_KEY");
        assertThat(options.rows()).hasValue(20_000_000_000L);
        assertThat(options.seed()).isEqualTo(-3);
        assertThat(options.partitions()).hasValue(8);
        assertThat(options.model().key().orElseThrow()).hasToString("the environment variable MODEL_KEY");
        assertThat(read("model", "m", "key-file", "/key").model().key().orElseThrow())
                .hasToString("the file /key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model m row 10          | the data source understudy has no option "row"; did you mean "rows"?
            model m sed 1           | the data source understudy has no option "sed"; did you mean "seed"?
            model m compression zip | the data source understudy has no option "compression"; it has model, rows, seed, partitions, key-env, key-file
            external true option.model m | the data source understudy cannot be a table of a catalog; drop the table, and write CREATE TEMPORARY VIEW in place of CREATE TABLE
            rows 10                 | the data source understudy needs a model; give the folder that understudy fit left it in with option("model", ...) or load(...)
            model m rows many       | the option rows must be a whole number >= 0, got "many"; write it like option("rows", "1000")
            model m rows -1         | the option rows must be a whole number >= 0, got "-1"; write it like option("rows", "1000")
            model m seed 1.5        | the option seed must be a whole number of at most 64 bits, got "1.5"; write it like option("seed", "1000")
            model m partitions 0    | the option partitions must be a whole number >= 1, got "0"; write it like option("partitions", "1000")
            model m path n          | a model is named twice, by the option model and by the path to load: m and n; leave one out
            model m key-env A key-file B | the options key-env and key-file both name a key; leave one out
            """)
    void whatIsWrongIsNamedWithWhatToDo(String options, String message) {
        assertThatThrownBy(() -> read(options.split(" ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void aPlaceWithoutAModelIsNamed() {
        assertThatThrownBy(() -> TestSpark.session().read().format("understudy").load(folder.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("there is no fitted model at " + folder
                        + "; give the folder that understudy fit left it in: model.path, or model in the work folder");
    }
}

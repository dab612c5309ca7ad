package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Sensitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveTest {
    private static final String ALL =
            "sensitive: { columns: [religion], quasi-identifiers: [town, age], target: hired }";

    @TempDir
    Path folder;

    private Job read(String line) {
        return Written.in(folder).read(Written.MINIMAL + line);
    }

    @Test
    void everythingThatIsWrittenIsRead() {
        assertThat(read(ALL).sensitive())
                .isEqualTo(new Sensitive(List.of("religion"), List.of("town", "age"), Optional.of("hired")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sensitive: null",
                "sensitive: { columns: null, target: null }",
                "sensitive: { columns: [], quasi-identifiers: [], target: null }",
            })
    void nothingIsDeclaredByDefault(String line) {
        assertThat(read(line).sensitive()).isEqualTo(Sensitive.NONE);
        assertThat(read(line).hash()).isEqualTo(read("").hash());
    }

    @Test
    void itCountsForTheHashOfTheJobButNotForWhatIsLearned() {
        assertThat(List.of(
                        read("").hash(),
                        read(ALL).hash(),
                        read("sensitive: { target: hired }").hash(),
                        read("sensitive: { columns: [hired] }").hash(),
                        read("sensitive: { quasi-identifiers: [hired] }").hash()))
                .doesNotHaveDuplicates();
        assertThat(read(ALL).learningHash()).isEqualTo(read("").learningHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sensitive: { colums: [] }"
                        + " | unknown key \"sensitive.colums\" at line 3; did you mean \"sensitive.columns\"?",
                "sensitive: { columns: a } | sensitive.columns must be a list, got \"a\" at line 3",
                "sensitive: { columns: [a, a] }"
                        + " | sensitive.columns must be a list without repeats, got a list at line 3",
                "sensitive: { target: [a] } | sensitive.target must be text, got a list at line 3",
                "sensitive: { target: a }\\ncolumns: { a: { role: drop } }"
                        + " | sensitive.target at line 3 names the column a, which columns.a drops; leave out one of the"
                        + " two",
                "sensitive: { columns: [b, a] }\\ncolumns: { a: { treatment: drop } }"
                        + " | sensitive.columns at line 3 names the column a, which columns.a drops; leave out one of the"
                        + " two",
            })
    void mistakesAreNamed(String lines, String message) {
        Written.in(folder).refusal(Written.MINIMAL + lines.replace("\\n", "\n")).hasMessage(message);
    }
}

package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.OutputConflictException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b",
        "a/b, a/./c/../b/",
        "/a/b, file:/a/b",
        "/a/b, file:///a//b/",
        "s3a://x/a, s3a://x/a/",
        "s3a://x/b/../a, s3a://x/a"
    })
    void theInputIsNoPlaceToPublishTo(String input, String output) {
        assertThatThrownBy(() -> Written.in(folder).read(job("path: " + input, "path: " + output)))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("output.path and input.path are the same place; publish to another one");
    }

    @ParameterizedTest
    @CsvSource({"a, a/b", "a/b, a", "a/*.parquet, a", "s3a://x/a, s3a://x/a/b"})
    void neitherIsWhatHoldsItOrWhatItHolds(String input, String output) {
        assertThatThrownBy(() -> Written.in(folder).read(job("path: " + input, "path: " + output)))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("output.path and input.path lie inside one another; publish to a place of its own");
    }

    @ParameterizedTest
    @CsvSource({"a, ab", "s3a://x/a, s3a://y/a", "s3a://x/a, /a", "hdfs:/a, /a"})
    void otherPlacesAreFine(String input, String output) {
        assertThat(Written.in(folder)
                        .read(job("path: " + input, "path: " + output))
                        .k())
                .isEqualTo(10);
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path table = Files.createDirectory(folder.resolve("table"));
        Files.createSymbolicLink(folder.resolve("link"), table);

        assertThatThrownBy(() -> Written.in(folder).read(job("path: table", "path: link")))
                .isInstanceOf(OutputConflictException.class);
    }

    @Test
    void theSameTableOfTheCatalogIsRefused() {
        assertThatThrownBy(() -> Written.in(folder).read(job("table: lake.Sales", "table: '`lake`.sales'")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("output.table and input.table are the same table; publish under another name");
    }

    @Test
    void theHoldoutIsNoPlaceToPublishTo() {
        assertThatThrownBy(() -> Written.in(folder).read(Written.MINIMAL, "holdout.path=out"))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("output.path and holdout.path are the same place; publish to another one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work.path=out/work         | work.path lies inside output.path",
                "report.path=out            | report.path lies inside output.path",
                "report.path=in.parquet/sub | report.path lies inside input.path",
            })
    void evidenceStaysOutOfTables(String setting, String what) {
        Written.in(folder)
                .refusal(Written.MINIMAL, setting)
                .hasMessage(what + ", where its files would be taken for the table's; choose another folder");
    }

    private static String job(String input, String output) {
        return "input: { %s }\noutput: { %s }".formatted(input, output);
    }
}

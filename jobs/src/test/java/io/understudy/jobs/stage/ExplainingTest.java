package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.io.Json;
import io.understudy.jobs.job.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainingTest {
    @TempDir
    Path folder;

    private void write() throws IOException {
        Verdict verdict = new Verdict(
                "refused",
                500,
                0,
                List.of(),
                List.of(new AssessmentFile.Breached("privacy.copies-excess", "", "too many copies")),
                List.of(),
                Map.of(),
                Map.of("input", "lake.patients"));
        Files.write(folder.resolve("verdict.json"), Json.pretty(verdict));
    }

    @Test
    void readsTheFolderOfAReportOrTheVerdictInIt() throws IOException {
        write();

        assertThat(Explaining.lines(folder.toString()))
                .startsWith("refused: 500 synthetic rows in place of lake.patients")
                .contains("   measured  too many copies")
                .isEqualTo(Explaining.lines(folder + "/verdict.json"))
                .isEqualTo(Explaining.lines(folder + "/"));
    }

    @Test
    void saysWhereItLookedForAVerdict() {
        assertThatThrownBy(() -> Explaining.lines(folder + "/nowhere"))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no verdict.json in " + folder
                        + "/nowhere; name the folder of a report, by default OUTPUT.understudy");
    }

    @Test
    void refusesAVerdictOfAnotherForm() throws IOException {
        Files.writeString(folder.resolve("verdict.json"), "{\"verdict\": 1}");

        assertThatThrownBy(() -> Explaining.lines(folder.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a verdict of this version; run the job again");
    }
}

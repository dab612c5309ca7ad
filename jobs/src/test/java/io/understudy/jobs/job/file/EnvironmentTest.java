package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.Job;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void variablesAreFilledInBeforePathsAreResolved() {
        Job job = Written.in(folder)
                .with("LAKE", "/lake")
                .read("input: { path: '${LAKE}/in.csv' }\noutput: { path: \"out${LAKE}\" }", "run-id=${LAKE}-1");

        assertThat(job.input().from()).isEqualTo("/lake/in.csv");
        assertThat(job.input().format()).contains("csv");
        assertThat(job.output().to()).isEqualTo(folder.resolve("out/lake").toString());
        assertThat(job.runId()).contains("/lake-1");
    }

    @Test
    void aFilledInTextHasItsOwnType() {
        Written written = Written.in(folder).with("ROWS", "12");

        assertThat(written.read(Written.MINIMAL, "output.rows=${ROWS}").output().rows())
                .hasValue(12);
        written.refusal(Written.MINIMAL + "k: '${ROWS}'")
                .hasMessage("k must be a whole number >= 1, got \"${ROWS}\" at line 3");
    }

    @Test
    void whatAVariableHoldsIsTakenAsItIs() {
        Job job = Written.in(folder).with("A", "${B}$1\\").read(Written.MINIMAL + "run-id: ${A}");

        assertThat(job.runId()).contains("${B}$1\\");
    }

    @Test
    void aDoubledDollarStandsForItself() {
        Job job = Written.in(folder).read("input: { query: \"select '$${a}', '$5', '$$'\" }\noutput: { path: out }");

        assertThat(job.input().from()).isEqualTo("select '${a}', '$5', '$$'");
    }

    @Test
    void secretsStayOutOfMessagesTextsAndHashes() {
        String text = "input: { path: in.csv, options: { password: '${SECRET}' } }\noutput: { path: out }\n";
        Job one = Written.in(folder).with("SECRET", "hunter2").read(text);
        Job other = Written.in(folder).with("SECRET", "swordfish").read(text);

        assertThat(one.input().options().values()).containsEntry("password", "hunter2");
        assertThat(one.toString()).contains("password=${SECRET}").doesNotContain("hunter2");
        assertThat(one.hash()).isEqualTo(other.hash());
        Written.in(folder)
                .with("SECRET", "hunter2")
                .refusal(text + "k: ${SECRET}")
                .hasMessage("k must be a whole number >= 1, got \"${SECRET}\" at line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run-id: ${NONE}"
                        + " | run-id needs the environment variable NONE at line 3, which is not set;"
                        + " set it, or write $${ for a literal ${",
                "holdout: { key: [a, 'x${NONE}'] }"
                        + " | holdout.key[2] needs the environment variable NONE at line 3, which is not set;"
                        + " set it, or write $${ for a literal ${",
                "run-id: '${a b}'"
                        + " | run-id holds a ${ at line 3 that is not ${NAME} with the name of an environment variable;"
                        + " write $${ for a literal ${",
                "run-id: 'x${A'"
                        + " | run-id holds a ${ at line 3 that is not ${NAME} with the name of an environment variable;"
                        + " write $${ for a literal ${",
            })
    void aReferenceToNothingIsRefused(String line, String message) {
        Written.in(folder).with("A", "a").refusal(Written.MINIMAL + line).hasMessage(message);
    }

    @Test
    void aVariableThatASettingReplacesIsNotNeeded() {
        assertThat(Written.in(folder)
                        .read(Written.MINIMAL + "run-id: ${NONE}", "run-id=a")
                        .runId())
                .contains("a");
    }
}

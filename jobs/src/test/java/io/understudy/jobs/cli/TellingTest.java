package io.understudy.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Advance HALF = new Advance("fit", "grow \"trees\"", 32, 64, 8);
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong();

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theStepIsToldWithPercentRateAndTimeLeft() {
        assertThat(HALF.words()).isEqualTo("fit: grow \"trees\", 50 % of 64 tasks, 4.0 a second, about 8 s left");
        assertThat(new Advance("fit", "", 0, 64, 8).words()).isEqualTo("fit, 0 % of 64 tasks, 0.0 a second");
    }

    @Test
    void linesComeOnlyAfterHalfAMinuteOfSilence() {
        Console console = new LinesConsole(err, clock::get);
        console.progress(HALF);
        clock.addAndGet(29 * SECOND);
        console.progress(HALF);
        assertThat(said()).isEmpty();

        clock.addAndGet(SECOND);
        console.progress(HALF);
        console.progress(HALF);
        assertThat(said()).isEqualTo("         " + HALF.words() + System.lineSeparator());
    }

    @Test
    void theBarIsWrittenOverAndGoneBeforeALine() {
        Console console = new BarConsole(err);
        console.progress(HALF);
        console.line("fit  8.0 s");

        assertThat(said())
                .isEqualTo("\r\u001B[K[##########..........] " + HALF.words() + "\r\u001B[K" + "fit  8.0 s"
                        + System.lineSeparator());
    }

    @Test
    void everyLineOfJsonIsAnObject() throws IOException {
        Console console = new JsonConsole(err, clock::get);
        clock.addAndGet(SECOND);
        console.progress(HALF);
        console.progress(HALF);
        console.line("");
        console.line("verdict  \"passed\"");

        List<String> lines = said().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode progress = new ObjectMapper().readTree(lines.get(0));
        assertThat(progress.get("step").asText()).isEqualTo("grow \"trees\"");
        assertThat(progress.get("percent").asInt()).isEqualTo(50);
        assertThat(progress.get("seconds-left").asDouble()).isEqualTo(8);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("text").asText())
                .isEqualTo("verdict  \"passed\"");
    }

    @Test
    void theCommandLineChooses() {
        assertThat(Telling.asked("run", "job.yaml")).isEqualTo(Telling.AUTO);
        assertThat(Telling.asked("run", "--progress", "json")).isEqualTo(Telling.JSON);
        assertThat(Telling.asked("run", "--progress=bar")).isEqualTo(Telling.BAR);
        assertThat(Telling.asked("run", "--quiet", "--progress=bar")).isEqualTo(Telling.NONE);
    }

    @Test
    void quietSaysNothing() {
        Console console = Telling.NONE.on(err);
        console.progress(HALF);
        console.line("fit");
        console.idle();

        assertThat(said()).isEmpty();
    }
}

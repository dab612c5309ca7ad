package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppliedJobFilesTest {
    private static final Path CONF = Path.of("..", "conf");

    @ParameterizedTest
    @ValueSource(strings = {"quickstart.yaml", "example.yaml"})
    void aSuppliedJobFileIsValidAsItStands(String name) {
        Job job = read(name);
        assertThat(job.output().format()).isEqualTo(Output.Format.DELTA);
        assertThat(job.holdout().fraction()).isEqualTo(0.2);
    }

    @Test
    void theQuickstartHoldsBackWholeCustomersAndCanBeRepeated() {
        Job job = read("quickstart.yaml");
        assertThat(job.holdout().key()).containsExactly("customer_id");
        assertThat(job.output().mode()).isEqualTo(Output.Mode.OVERWRITE);
        assertThat(job.input().from()).endsWith("/understudy-out/quickstart/claims");
        assertThat(job.report()).endsWith("/understudy-out/quickstart/claims-synthetic.understudy");
    }

    private static Job read(String name) {
        return JobFile.read(CONF.resolve(name), List.of(), Map.of());
    }
}

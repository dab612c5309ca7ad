package io.understudy.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.TestSpark;
import org.junit.jupiter.api.Test;

/** The program in a process that has a Spark session already, as a task of Databricks has. */
class GuestTest {

    @Test
    void aFailureIsThrownAndNeitherTheSessionNorTheProcessEnds() {
        boolean running = !TestSpark.session().sparkContext().isStopped();

        assertThatThrownBy(() -> Main.main(new String[] {"run", "nowhere.yaml", "--quiet"}))
                .hasMessageStartingWith("exit code 2, understudy: the job file nowhere.yaml does not exist");
        assertThat(running).isTrue();
        assertThat(TestSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void successReturns() {
        assertThat(TestSpark.session()).isNotNull();

        Main.main(new String[] {"completion", "--quiet"});

        assertThat(TestSpark.session().sparkContext().isStopped()).isFalse();
    }
}

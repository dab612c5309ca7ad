package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.Advance;
import org.junit.jupiter.api.Test;

class StepTasksTest {
    private static final long SECOND = 1_000_000_000L;

    private final StepTasks tasks = new StepTasks();

    private Advance now() {
        return tasks.now("fit", 3 * SECOND).orElseThrow();
    }

    @Test
    void countsTheTasksOfAllPartsOfAJob() {
        tasks.jobStarts(1, "grow", SECOND);
        tasks.expect(1, 10, 4);
        tasks.expect(1, 11, 2);
        tasks.begins(10);
        tasks.taskEnds(10);

        assertThat(now()).isEqualTo(new Advance("fit", "grow", 1, 6, 2));
    }

    @Test
    void whatIsSkippedDoesNotCount() {
        tasks.jobStarts(1, "grow", SECOND);
        tasks.expect(1, 10, 4);
        tasks.expect(1, 11, 2);
        tasks.begins(11);

        assertThat(now().total()).isEqualTo(2);
    }

    @Test
    void aTaskThatIsRunTwiceCountsOnce() {
        tasks.jobStarts(1, "grow", SECOND);
        tasks.expect(1, 10, 1);
        tasks.taskEnds(10);
        tasks.taskEnds(10);

        assertThat(now().done()).isEqualTo(1);
    }

    @Test
    void jobsOfOneStepAddUpAndTheNextStepBeginsAnew() {
        tasks.jobStarts(1, "grow", SECOND);
        tasks.expect(1, 10, 3);
        tasks.taskEnds(10);
        tasks.taskEnds(10);
        tasks.taskEnds(10);
        tasks.jobEnds(1);
        assertThat(tasks.now("fit", 0)).isEmpty();

        tasks.jobStarts(2, "grow", 2 * SECOND);
        tasks.expect(2, 20, 5);
        assertThat(now()).isEqualTo(new Advance("fit", "grow", 3, 8, 2));

        tasks.jobEnds(2);
        tasks.jobStarts(3, "count", 2 * SECOND);
        tasks.expect(3, 30, 7);
        assertThat(now()).isEqualTo(new Advance("fit", "count", 0, 7, 1));
    }
}

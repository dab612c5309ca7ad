package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Progress of real Spark jobs. */
class TrackerTest {

    /** Remembers what it is told. */
    private static final class Heard implements Console {
        private final List<Advance> advances = new CopyOnWriteArrayList<>();
        private boolean idle;

        @Override
        public void line(String text) {}

        @Override
        public void progress(Advance advance) {
            advances.add(advance);
        }

        @Override
        public void idle() {
            idle = true;
        }
    }

    private static void slowJob() {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
        spark.parallelize(IntStream.range(0, 12).boxed().toList(), 12)
                .map(i -> {
                    Thread.sleep(200);
                    return i;
                })
                .count();
    }

    @Test
    @SuppressWarnings("try") // the tracker listens until it is closed
    void tellsHowManyTasksOfANamedStepAreDone() {
        Heard heard = new Heard();
        try (Tracker tracker = Tracker.start("fit", heard, TestSpark.session().sparkContext())) {
            Step.named(
                    TestSpark.session(),
                    "fit",
                    () -> Step.named(TestSpark.session(), "grow trees", () -> {
                        slowJob();
                        return 0;
                    }));
        }

        assertThat(heard.advances).isNotEmpty().allSatisfy(advance -> {
            assertThat(advance.stage()).isEqualTo("fit");
            assertThat(advance.step()).isEqualTo("grow trees");
            assertThat(advance.total()).isEqualTo(12);
            assertThat(advance.done()).isBetween(0L, 12L);
        });
        assertThat(heard.idle).isTrue();
    }

    @Test
    void leavesTheDescriptionOfJobsAsItWas() {
        String before = TestSpark.session().sparkContext().getLocalProperty(Step.DESCRIPTION);
        Step.named(TestSpark.session(), "profile", () -> {
            assertThat(TestSpark.session().sparkContext().getLocalProperty(Step.DESCRIPTION))
                    .isEqualTo("profile");
            return 0;
        });

        assertThat(TestSpark.session().sparkContext().getLocalProperty(Step.DESCRIPTION))
                .isEqualTo(before);
    }
}

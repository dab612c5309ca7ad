package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.job.InputException;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A check that does not come to its end takes no other check's evidence with it. */
class WatchTest {
    private static final Finding FOUND = new Finding("privacy", "x", "", 0, 0, 0, 0);

    private record Doing(Supplier<List<Finding>> what) implements Check {
        @Override
        public String name() {
            return "privacy";
        }

        @Override
        public List<Finding> measure(Assessed tables) {
            return what.get();
        }
    }

    private static Assessed tables() {
        Domain domain = new Domain(List.of(Variable.nominal("a", 2)));
        Space space = new Space(domain, List.of(new Space.Labels()));
        LocalTable none = new LocalTable(domain, List.of());
        return new Assessed(space, none, none, none, new LocalSearch(space, 0));
    }

    private static Watch watch(Duration limit) {
        return new Watch(TestSpark.session(), limit);
    }

    @Test
    void whatFailsIsNamedWithoutItsMessage() {
        Watch watch = watch(Duration.ofHours(1));
        assertThat(watch.examine(
                                new Doing(() -> {
                                    throw new IllegalStateException("the value 4711");
                                }),
                                tables())
                        .findings())
                .isEmpty();
        assertThat(watch.examine(new Doing(() -> List.of(FOUND)), tables()).findings())
                .containsExactly(FOUND);
        assertThat(watch.failures())
                .singleElement()
                .asString()
                .startsWith("The privacy check Doing failed: java.lang.IllegalStateException at io.understudy.")
                .doesNotContain("4711");
    }

    @Test
    void picturesThatCannotBeDrawnAreRemarkedAndNoFailureOfACheck() {
        Watch watch = watch(Duration.ofHours(1));

        Pictures drawn = watch.draw(() -> {
            throw new IllegalStateException("the value 4711");
        });

        assertThat(drawn).isEqualTo(Pictures.NONE);
        assertThat(watch.failures()).isEmpty();
        assertThat(watch.undrawn())
                .singleElement()
                .asString()
                .startsWith("The drawing of columns and pairs failed: java.lang.IllegalStateException")
                .doesNotContain("4711");
    }

    @Test
    void whatTakesTooLongIsStoppedSparkJobsAndAll() {
        Watch watch = watch(Duration.ofSeconds(2));
        Check endless = new Doing(() -> {
            TestSpark.session()
                    .sql("select sum(a.id * b.id) from range(10000000) a cross join range(10000000) b")
                    .collect();
            return List.of(FOUND);
        });
        assertThat(watch.examine(endless, tables()).findings()).isEmpty();
        assertThat(watch.failures())
                .containsExactly("The privacy check Doing took longer than 2 s; give it more time with"
                        + " spark.understudy.check.timeout.");
        assertThat(TestSpark.session().range(10).count()).isEqualTo(10);
    }

    @Test
    void whatIsMeasuredTogetherIsToldInOrder() {
        Watch watch = watch(Duration.ofHours(1));
        CountDownLatch second = new CountDownLatch(1);
        List<Evidence> found = watch.together(List.of(
                own -> own.measure("slow one", () -> {
                    awaited(second);
                    throw new IllegalStateException("the value 4711");
                }),
                own -> own.measure("fast one", () -> {
                    second.countDown();
                    return List.of(FOUND);
                }),
                own -> own.measure("last one", () -> {
                    throw new IllegalStateException("the value 4712");
                })));
        assertThat(found).extracting(Evidence::findings).containsExactly(List.of(), List.of(FOUND), List.of());
        assertThat(watch.failures()).hasSize(2);
        assertThat(watch.failures().get(0)).startsWith("The slow one failed: ");
        assertThat(watch.failures().get(1)).startsWith("The last one failed: ");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theInputsFailuresOfOneOfSeveralAreNotTheirs() {
        Watch watch = watch(Duration.ofHours(1));
        assertThatThrownBy(() -> watch.together(List.of(
                        own -> own.measure("good one", () -> List.of(FOUND)),
                        own -> own.measure("bad one", () -> {
                            throw new InputException("gone");
                        }))))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theInputsFailuresAreNotTheChecks() {
        Check reading = new Doing(() -> {
            throw new InputException("gone");
        });
        assertThatThrownBy(() -> watch(Duration.ofHours(1)).examine(reading, tables()))
                .isInstanceOf(InputException.class);
    }
}

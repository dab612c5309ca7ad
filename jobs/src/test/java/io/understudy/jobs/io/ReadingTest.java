package io.understudy.jobs.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Source;
import java.io.FileNotFoundException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.security.AccessControlException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Failures of reading in words, wherever in the chain of causes they lie. */
class ReadingTest {
    private static final Source SOURCE = Source.ofPath("/lake/customers", Optional.empty());

    private static AbstractThrowableAssert<?, ?> passThatFails(Exception failure) {
        return assertThatThrownBy(() -> Reading.pass(SOURCE, () -> sneak(failure)));
    }

    /** Throws what the compiler does not expect, as Spark does. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> Object sneak(Exception failure) throws E {
        throw (E) failure;
    }

    @Test
    void missingPermission() {
        passThatFails(new ExecutionException(new AccessControlException("user=x, access=READ")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read /lake/customers: no permission; let the user who runs the job read it");
        passThatFails(new FileNotFoundException("/lake/customers/part-0 (Permission denied)"))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read /lake/customers: no permission; let the user who runs the job read it");
    }

    @Test
    void aFileThatWentAwayWhileItWasRead() {
        passThatFails(new ExecutionException(new FileNotFoundException("/lake/customers/part-0")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "cannot read /lake/customers: a file of it is missing; it may have been deleted while it was"
                                + " read");
    }

    @Test
    void whatNobodyKnowsStaysWhatItIs() {
        IllegalArgumentException unknown = new IllegalArgumentException("fault of ours");
        ExecutionException checked = new ExecutionException("no cause", null);

        passThatFails(unknown).isSameAs(unknown);
        passThatFails(checked).isInstanceOf(IllegalStateException.class).hasCause(checked);
    }
}

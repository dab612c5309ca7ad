package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the contract that nothing implements yet: their defaults are accepted, anything else is refused by name. */
class NotYetSupportedTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constraints: [{ order: [a, b] }]"
                        + " | constraints is not yet supported at line 3; leave it out or write []",
                "sequence: { entity: [a] } | sequence is not yet supported at line 3; leave it out",
                "privacy: { epsilon: 1 }   | privacy is not yet supported at line 3; leave it out",
                "model: { type: aim }"
                        + " | model.type: \"aim\" is not yet supported at line 3;"
                        + " supported so far: bayesian-network, gaussian-copula",
            })
    void anythingButTheDefaultIsRefused(String line, String message) {
        Written.in(folder).refusal(Written.MINIMAL + line).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outliers: keep",
                "constraints: []",
                "sequence: null",
                "privacy: null",
                "model: { condition-on: [], key: null }",
                "columns: { a: { treatment: null } }"
            })
    void theDefaultIsAccepted(String line) {
        assertThat(Written.in(folder).read(Written.MINIMAL + line).seed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outliers: kep | outliers must be one of keep, clip, drop, got \"kep\" at line 3; did you mean \"keep\"?",
                "constraints: a | constraints must be a list, got \"a\" at line 3",
                "columns: { a: { treatment: fak } }"
                        + " | columns.a.treatment must be one of fake, pseudonymise, mask, generalise, perturb, drop,"
                        + " got \"fak\" at line 3; did you mean \"fake\"?",
            })
    void theirMistakesAreNamedAsMistakes(String line, String message) {
        Written.in(folder).refusal(Written.MINIMAL + line).hasMessage(message);
    }
}

package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Variable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100})
    void withoutStrengthTheShrunkenDistributionIsThatOfTheCounts(int size) {
        for (Variable variable : kinds(size)) {
            Refinement refinement = Refinement.of(variable, new long[size]);
            long[] byCode = new long[size];
            Arrays.setAll(byCode, code -> 1 + (code * 7) % 5);
            double[] found =
                    refinement.probabilities(refinement.shrink(refinement.counts(byCode), refinement.uniform(), 0));
            long total = Arrays.stream(byCode).sum();
            for (int code = 0; code < size; code++) {
                assertThat(found[code]).isCloseTo((double) byCode[code] / total, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100})
    void withoutCountsTheShrunkenDistributionIsThatOfTheLargerPopulation(int size) {
        for (Variable variable : kinds(size)) {
            Refinement refinement = Refinement.of(variable, new long[size]);
            long[] larger = new long[size];
            Arrays.setAll(larger, code -> 3 + code);
            double[] population = refinement.shrink(refinement.counts(larger), refinement.uniform(), 0);
            double[] found = refinement.shrink(refinement.counts(new long[size]), population, 10);
            assertThat(refinement.probabilities(found))
                    .containsExactly(refinement.probabilities(population), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 100})
    void probabilitiesAlwaysSumToOne(int size) {
        for (Variable variable : kinds(size)) {
            Refinement refinement = Refinement.of(variable, new long[size]);
            long[] byCode = new long[size];
            byCode[size / 2] = 4;
            double[] found =
                    refinement.probabilities(refinement.shrink(refinement.counts(byCode), refinement.uniform(), 2.5));
            assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /** With steps that halve the rows exactly, leaning on names is adding so many rows of the larger population. */
    @Test
    void leaningAsOnNamesIsDirichletSmoothing() {
        int size = 8;
        double strength = 5;
        Refinement names =
                Refinement.of(Variable.ordinal("o", size), new long[size]).with(Detail.NAMES);
        long[] byCode = {4, 0, 1, 0, 0, 7, 0, 2};
        double[] found = names.probabilities(names.shrink(names.counts(byCode), names.uniform(), strength));
        for (int code = 0; code < size; code++) {
            assertThat(found[code]).isCloseTo((byCode[code] + strength / size) / (14 + strength), within(1e-12));
        }
    }

    private static Variable[] kinds(int size) {
        return new Variable[] {
            Variable.nominal("n", size), Variable.ordinal("o", size), new Variable("m", size, true, true)
        };
    }
}

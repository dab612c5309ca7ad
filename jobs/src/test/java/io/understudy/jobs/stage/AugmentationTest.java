package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows are added to real ones. */
class AugmentationTest {

    private static Conditions.Part share(double share) {
        return new Conditions.Part("key", "where", OptionalDouble.of(share), OptionalLong.empty());
    }

    private static Conditions.Part rows(long rows) {
        return new Conditions.Part("key", "where", OptionalDouble.empty(), OptionalLong.of(rows));
    }

    @Test
    void oneClassGetsTheRowsThatGiveItsShare() {
        assertThat(Amounts.beside(List.of(share(0.5)), List.of(30L), 1_000)).isEqualTo(amounts(940));
        assertThat(Amounts.beside(List.of(share(0.2)), List.of(1L), 1_001))
                .as("249 of 1249 are just short of a fifth, and 249 is nearest")
                .isEqualTo(amounts(249));
    }

    private static Amounts amounts(long... parts) {
        return new Amounts(
                Arrays.stream(parts).boxed().toList(), Arrays.stream(parts).sum());
    }

    @Test
    void whatHasItsShareGetsNoneAndWhatWouldLoseItGetsSome() {
        assertThat(Amounts.beside(List.of(share(0.3), share(0.2)), List.of(500L, 100L), 1_000))
                .as("half are of the first kind, and 44 % still are when the second has its share")
                .isEqualTo(amounts(0, 125));
        assertThat(Amounts.beside(List.of(share(0.3), share(0.5)), List.of(310L, 10L), 1_000))
                .as("680 others are a fifth of 3400")
                .isEqualTo(amounts(710, 1_690));
    }

    @Test
    void numbersAreOfTheWholeTable() {
        assertThat(Amounts.beside(List.of(rows(300), share(0.5)), List.of(100L, 100L), 1_000))
                .as("1100 are not of the second kind")
                .isEqualTo(amounts(200, 1_000));
        assertThat(Amounts.beside(List.of(rows(50), rows(200)), List.of(100L, 100L), 1_000))
                .isEqualTo(amounts(0, 100));
    }

    @Test
    void sharesOfAllKindsMaySumToOne() {
        assertThat(Amounts.beside(List.of(share(0.5), share(0.5)), List.of(900L, 100L), 1_000))
                .isEqualTo(amounts(0, 800));
    }

    /** Shares that sum to one leave no room for errors of rounding, which grow with the rows. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000L})
    void sharesAreMetHoweverManyRowsThereAre(long rows) {
        assertThat(Amounts.beside(List.of(share(0.8), share(0.2)), List.of(rows / 1_000, rows - rows / 1_000), rows))
                .isEqualTo(amounts(4 * (rows - rows / 1_000) - rows / 1_000, 0));
        assertThat(Amounts.beside(List.of(share(0.1), share(0.9)), List.of(rows - rows / 10, rows / 10), rows))
                .isEqualTo(amounts(0, 9 * (rows - rows / 10) - rows / 10));
        assertThat(Amounts.beside(
                        List.of(share(0.7), share(0.2), share(0.1)),
                        List.of(rows / 10, rows - rows / 5, rows / 10),
                        rows))
                .isEqualTo(amounts(7 * (rows - rows / 5) / 2 - rows / 10, 0, (rows - rows / 5) / 2 - rows / 10));
    }

    @Test
    void whatCannotBeOrIsAlreadyIsRefused() {
        assertThatThrownBy(() -> Amounts.beside(List.of(share(1)), List.of(10L), 100))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "output.augment cannot give the shares asked for: they leave no room for 90 real rows of other"
                                + " kinds, which are published too; ask for smaller shares");
        assertThatThrownBy(() -> Amounts.beside(List.of(share(0.1)), List.of(10L), 100))
                .hasMessageStartingWith("output.augment has nothing to add");
    }

    /** Against the definition: with whole numbers no share can be nearer than by one row. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sharesAreMetToTheRow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Conditions.Part> parts = new ArrayList<>();
        List<Long> real = new ArrayList<>();
        long rows = random.nextLong(1, 100);
        for (int part = 0; part < 4; part++) {
            parts.add(share(random.nextDouble(0.05, 0.24)));
            real.add(part == 0 ? 1 : random.nextLong(1, 10_000));
            rows += real.get(part);
        }
        Amounts added = Amounts.beside(parts, real, rows);
        double total = rows + added.total();
        for (int part = 0; part < 4; part++) {
            double wanted = parts.get(part).share().getAsDouble() * total;
            double got = real.get(part) + added.parts().get(part);
            if (added.parts().get(part) > 0) {
                assertThat(got).isCloseTo(wanted, within(1.5));
            } else {
                assertThat(got).isGreaterThan(wanted - 1.5);
            }
        }
    }
}

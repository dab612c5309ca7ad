package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Conditions that one row can meet together. Two combinations of two places each: four kinds of rows that can be told apart. */
class OverlappingTest {
    private static final double[] WEIGHTS = {0.6, 0.4};
    private static final int VALUES = 2;

    private static Conditions.Part rows(int number, long rows) {
        return new Conditions.Part("key" + number, "where" + number, OptionalDouble.empty(), OptionalLong.of(rows));
    }

    private static Conditions.Part share(int number, double share) {
        return new Conditions.Part("key" + number, "where" + number, OptionalDouble.of(share), OptionalLong.empty());
    }

    /** What is drawn where conditions are met at these places. */
    private static Conditioning.Drawn drawn(long total, List<Conditions.Part> parts, long[]... met) {
        ConditionedRows.Leads leads = new ConditionedRows.Leads(List.of(0), new int[][] {{0, 1}}, List.of(), VALUES);
        Possible possible = new Possible(parts, leads, WEIGHTS, met);
        assertThat(possible.overlap()).isTrue();
        return new Overlapping(possible, (columns, codes) -> WEIGHTS).drawn(apart -> Amounts.of(parts, apart, total));
    }

    private static AbstractThrowableAssert<?, ?> refusal(long total, List<Conditions.Part> parts, long[]... met) {
        return assertThatThrownBy(() -> drawn(total, parts, met)).isInstanceOf(ConfigurationException.class);
    }

    private static long[] at(long... places) {
        return places;
    }

    /** How many rows may meet a condition, and how many must. */
    private static long meeting(Conditioning.Drawn drawn, long[] met, boolean all) {
        return drawn.rows().parts().stream()
                .filter(part -> {
                    IntStream places = IntStream.range(0, part.which().length);
                    return all
                            ? places.allMatch(i -> (part.places()[i] & ~met[part.which()[i]]) == 0)
                            : places.anyMatch(i -> (part.places()[i] & met[part.which()[i]]) != 0);
                })
                .mapToLong(ConditionedRows.Part::rows)
                .sum();
    }

    @Test
    void partsMeetWhatTheyAreDrawnForAndNothingElse() {
        long[] one = at(3, 0);
        long[] other = at(1, 1);
        Conditioning.Drawn drawn = drawn(1_001, List.of(rows(1, 700), share(2, 0.5)), one, other);
        assertThat(drawn.rows().rows()).isEqualTo(1_001);
        assertThat(drawn.amounts()).isEqualTo(new Amounts(List.of(700L, 501L), 1_001));
        for (boolean all : new boolean[] {false, true}) {
            assertThat(meeting(drawn, one, all)).isEqualTo(700);
            assertThat(meeting(drawn, other, all)).isEqualTo(501);
        }
        assertThat(drawn.rows().parts().stream().map(ConditionedRows.Part::rows))
                .as("neither, the first, the second, both: what the model holds independent stays so")
                .containsExactly(150L, 350L, 151L, 350L);
        assertThat(drawn.refusals()).hasSize(4);
    }

    /** Halves of an odd number: of those that no row meets together one is rounded up and the other down. */
    @Test
    void sharesOfWhatIsApartAreRoundedTogether() {
        Conditioning.Drawn drawn =
                drawn(1_001, List.of(share(1, 0.5), share(2, 0.3), share(3, 0.5)), at(3, 0), at(1, 1), at(0, 3));
        assertThat(drawn.amounts().parts()).containsExactly(501L, 300L, 500L);
    }

    @Test
    void whatCannotBeMetTogetherIsNamed() {
        refusal(100, List.of(rows(1, 9), rows(2, 10)), at(3, 0), at(1, 0))
                .hasMessage(
                        "10 rows of key2 (where2) and 9 rows of key1 (where1) cannot be met together: every row that"
                                + " meets the first meets the second too, of which fewer are asked for");
        refusal(100, List.of(rows(1, 9), rows(2, 10)), at(3, 1), at(1, 3))
                .hasMessage(
                        "9 rows of key1 (where1) and 10 rows of key2 (where2) cannot be met together: every row meets one"
                                + " of them, so that they must be 100 at least");
        refusal(100, List.of(rows(1, 9), rows(2, 10)), at(3, 3), at(1, 0))
                .hasMessage("9 rows of key1 (where1) of 100 cannot be: every row that the model has seen meets it");
        refusal(100, List.of(rows(1, 60), rows(2, 50), rows(3, 10)), at(3, 0), at(0, 1), at(1, 1))
                .hasMessageStartingWith("key1 and key2, of which no row meets two, ask for 110 rows together");
        refusal(100, List.of(rows(1, 6), rows(2, 0), rows(3, 5)), at(0, 0), at(3, 0), at(1, 0))
                .hasMessageStartingWith("key1 (where1) is met by nothing that the model has seen");
    }

    /** The third is met where one of the first two is; the fourth has nothing to do with it. */
    @Test
    void whereMoreThanTwoAreNeededForItAsFewAsThatAreNamed() {
        refusal(
                        100,
                        List.of(rows(1, 10), rows(2, 20), rows(3, 40), rows(4, 50)),
                        at(1, 0),
                        at(2, 0),
                        at(3, 0),
                        at(0, 1))
                .hasMessageStartingWith(
                        "10 rows of key1 (where1) and 20 rows of key2 (where2) and 40 rows of key3 (where3) cannot be met"
                                + " together: no numbers of rows");
        refusal(100, List.of(rows(1, 10), rows(2, 20), rows(3, 40)), at(1, 1), at(3, 0), at(0, 2))
                .hasMessageStartingWith(
                        "10 rows of key1 (where1) and 20 rows of key2 (where2) and 40 rows of key3 (where3) cannot be met"
                                + " together: every row meets one of them, so that they must be 100 at least");
    }

    @Test
    void thereMayNotBeTooMany() {
        Conditions.Part[] parts =
                IntStream.range(0, 13).mapToObj(number -> rows(number, 1)).toArray(Conditions.Part[]::new);
        long[][] met = new long[13][];
        Arrays.fill(met, at(1, 0));
        refusal(100, List.of(parts), met).hasMessageStartingWith("output.conditions are more than 12, some of");
    }
}

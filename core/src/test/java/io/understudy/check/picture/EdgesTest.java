package io.understudy.check.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
    private static final double DAY = 86_400_000_000.0;

    private static double day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3.7, 4.9", "-17.3, 1234.5", "0.0001, 0.00011", "1e9, 1.1e9", "5, 5"})
    void roundEdgesCoverARangeInStepsOfOneTwoOrFive(double low, double high) {
        double[] edges = RoundEdges.over(low, high, false);
        double step = edges[1] - edges[0];

        assertThat(edges[0]).isLessThanOrEqualTo(low);
        assertThat(edges[edges.length - 1]).isGreaterThanOrEqualTo(high);
        assertThat(edges.length).isLessThanOrEqualTo(RoundEdges.INTERVALS + 3);
        double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        assertThat(Math.abs(digit - 1) < 1e-6 || Math.abs(digit - 2) < 1e-6 || Math.abs(digit - 5) < 1e-6)
                .as("step " + step)
                .isTrue();
    }

    @Test
    void smallWholeNumbersStandInTheMiddleOfTheirIntervals() {
        assertThat(RoundEdges.over(0, 4, true)).containsExactly(-0.5, 0.5, 1.5, 2.5, 3.5, 4.5);
    }

    @Test
    void edgesHaveNoDigitsOfBinaryFractions() {
        assertThat(RoundEdges.over(0, 2.4, false)).contains(0.3, 0.7, 1.1);
    }

    @Test
    void yearsOfDaysAreCutAtTheStartsOfCalendarUnits() {
        double[] months = CalendarEdges.ofDays(day("2021-03-17"), day("2022-09-02"));
        double[] decades = CalendarEdges.ofDays(day("1703-03-17"), day("2022-09-02"));

        assertThat(months[0]).isEqualTo(day("2021-03-01"));
        assertThat(months[months.length - 1]).isEqualTo(day("2022-10-01"));
        assertThat(Arrays.stream(months).mapToObj(edge -> LocalDate.ofEpochDay((long) edge)))
                .allSatisfy(date -> assertThat(date.getDayOfMonth()).isEqualTo(1));
        assertThat(decades[0]).isEqualTo(day("1700-01-01"));
        assertThat(decades[1]).isEqualTo(day("1710-01-01"));
    }

    @Test
    void weeksBeginOnMondays() {
        assertThat(CalendarEdges.ofDays(day("2024-01-03"), day("2024-05-03"))[0])
                .isEqualTo(day("2024-01-01"));
    }

    @Test
    void timesOfADayAreCutAtWholeHours() {
        double noon = DAY * day("2024-02-03") + DAY / 2;
        double[] edges = CalendarEdges.ofTimes(noon + 1, noon + DAY / 3);

        assertThat(edges[0]).isEqualTo(noon);
        assertThat(edges[1] - edges[0]).isEqualTo(DAY / 24);
        assertThat(edges[edges.length - 1]).isGreaterThan(noon + DAY / 3);
    }

    @Test
    void timesOfYearsAreCutLikeDays() {
        assertThat(CalendarEdges.ofTimes(DAY * day("2020-05-01"), DAY * day("2022-05-01")))
                .contains(DAY * day("2021-01-01"));
    }

    @Test
    void joinsNeighboursUntilNoIntervalShowsFewRows() {
        double[] edges = {0, 1, 2, 3, 4};

        assertThat(Guarded.edges(edges, new long[] {0, 50, 3, 40, 0, 2}, 10)).containsExactly(0, 1);
        assertThat(Guarded.edges(edges, new long[] {0, 50, 0, 40, 0, 20}, 10)).containsExactly(edges);
        assertThat(Guarded.edges(edges, new long[] {1, 1, 1, 1, 1, 1}, 10)).isEmpty();
        assertThat(Guarded.edges(new double[0], new long[] {3}, 10)).isEmpty();
    }
}

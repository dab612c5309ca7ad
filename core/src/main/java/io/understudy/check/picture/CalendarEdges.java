package io.understudy.check.picture;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Edges of intervals of days and times at the starts of calendar units. */
final class CalendarEdges {
    private static final int INTERVALS = 36;
    private static final double MICROS_A_DAY = 86_400_000_000.0;
    private static final double MICROS_A_SECOND = 1_000_000;

    /** Units of days and longer, in whole days and months. */
    private record Step(int days, int months, double length) {
        private static final List<Step> ALL = List.of(
                new Step(1, 0, 1),
                new Step(7, 0, 7),
                new Step(0, 1, 30.4),
                new Step(0, 3, 91.3),
                new Step(0, 12, 365.25),
                new Step(0, 60, 5 * 365.25),
                new Step(0, 120, 3652.5),
                new Step(0, 1200, 36_525));

        LocalDate after(LocalDate date) {
            return date.plusDays(days).plusMonths(months);
        }

        LocalDate before(LocalDate date) {
            if (months == 0) {
                return days == 1 ? date : date.minusDays(date.getDayOfWeek().getValue() - 1L);
            }
            int first = Math.floorDiv(date.getYear() * 12 + date.getMonthValue() - 1, months) * months;
            return LocalDate.of(Math.floorDiv(first, 12), Math.floorMod(first, 12) + 1, 1);
        }
    }

    private CalendarEdges() {}

    /** Edges over a range of days since 1970. */
    static double[] ofDays(double low, double high) {
        Step step = Step.ALL.stream()
                .filter(unit -> (high - low) / unit.length <= INTERVALS)
                .findFirst()
                .orElse(Step.ALL.get(Step.ALL.size() - 1));
        List<Double> edges = new ArrayList<>();
        LocalDate at = step.before(LocalDate.ofEpochDay((long) Math.floor(low)));
        while (edges.size() < 2 || at.toEpochDay() <= high) {
            edges.add((double) at.toEpochDay());
            at = step.after(at);
        }
        edges.add((double) at.toEpochDay());
        return array(edges);
    }

    /** Edges over a range of microseconds since 1970. */
    static double[] ofTimes(double low, double high) {
        if (high - low >= 2 * MICROS_A_DAY) {
            double[] edges = ofDays(low / MICROS_A_DAY, high / MICROS_A_DAY);
            for (int i = 0; i < edges.length; i++) {
                edges[i] *= MICROS_A_DAY;
            }
            return edges;
        }
        double seconds = (high - low) / MICROS_A_SECOND;
        ChronoUnit unit = seconds >= 7200 ? ChronoUnit.HOURS : seconds >= 120 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        double wide = unit.getDuration().toSeconds() * MICROS_A_SECOND;
        double step = wide * Math.max(1, Math.ceil((high - low) / wide / INTERVALS));
        List<Double> edges = new ArrayList<>();
        for (double at = start(low, unit); edges.size() < 2 || at <= high + step; at += step) {
            edges.add(at);
        }
        return array(edges);
    }

    private static double start(double micros, ChronoUnit unit) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond((long) Math.floor(micros / MICROS_A_SECOND), 0, ZoneOffset.UTC);
        return time.truncatedTo(unit).toEpochSecond(ZoneOffset.UTC) * MICROS_A_SECOND;
    }

    private static double[] array(List<Double> edges) {
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

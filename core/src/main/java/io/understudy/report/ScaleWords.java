package io.understudy.report;

import io.understudy.check.picture.Scale;
import io.understudy.schema.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the groups of a scale are called. */
final class ScaleWords {
    static final String MISSING = "missing";

    private static final long MICROS = 1_000_000;
    private static final double SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private ScaleWords() {}

    /** A group in words. */
    static String group(Scale scale, int group) {
        if (group == 0) {
            return MISSING;
        }
        if (scale instanceof Scale.Labels labels) {
            return group <= labels.labels().size() ? labels.labels().get(group - 1) : "other";
        }
        Scale.Intervals intervals = (Scale.Intervals) scale;
        double[] edges = intervals.edges();
        if (edges.length == 0) {
            return "all values";
        }
        if (group == 1) {
            return "below " + edge(intervals, 0);
        }
        return group == edges.length + 1 ? "from " + edge(intervals, edges.length - 1) : between(intervals, group - 2);
    }

    /** The interval from an edge to the next; whole numbers by themselves where there is but one. */
    private static String between(Scale.Intervals intervals, int edge) {
        double low = intervals.edges()[edge];
        double high = intervals.edges()[edge + 1];
        boolean halves =
                low != Math.rint(low) && 2 * low == Math.rint(2 * low) && (high - low) == Math.rint(high - low);
        if (halves && !timed(intervals.kind())) {
            String first = Numeral.plain(low + 0.5);
            return high - low == 1 ? first : first + " to " + Numeral.plain(high - 0.5);
        }
        return edge(intervals, edge) + " to " + edge(intervals, edge + 1);
    }

    private static boolean timed(Kind kind) {
        return kind == Kind.DATE || kind == Kind.TIMESTAMP;
    }

    /** An edge as an axis writes it. */
    static String edge(Scale.Intervals intervals, int edge) {
        double number = intervals.edges()[edge];
        if (intervals.kind() == Kind.DATE) {
            return day(LocalDate.ofEpochDay((long) number), intervals);
        }
        if (intervals.kind() != Kind.TIMESTAMP) {
            return Numeral.plain(number);
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv((long) number, MICROS), 0, ZoneOffset.UTC);
        if (time.truncatedTo(ChronoUnit.DAYS).equals(time)) {
            return day(time.toLocalDate(), intervals);
        }
        return time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
    }

    /** A day as short as all edges of its scale allow: by its year, by its month, or whole. */
    private static String day(LocalDate day, Scale.Intervals intervals) {
        double unit = intervals.kind() == Kind.DATE ? 1 : MICROS * SECONDS_A_DAY;
        List<LocalDate> days = Arrays.stream(intervals.edges())
                .mapToObj(edge -> LocalDate.ofEpochDay((long) Math.floor(edge / unit)))
                .toList();
        if (days.stream().allMatch(edge -> edge.getDayOfYear() == 1)) {
            return Integer.toString(day.getYear());
        }
        return days.stream().allMatch(edge -> edge.getDayOfMonth() == 1)
                ? day.toString().substring(0, day.toString().length() - 3)
                : day.toString();
    }

    /** Words of at most so many letters. */
    static String cut(String words, int most) {
        int letters = words.codePointCount(0, words.length());
        return letters <= most ? words : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }
}

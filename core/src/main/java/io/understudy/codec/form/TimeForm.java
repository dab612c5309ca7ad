package io.understudy.codec.form;

import io.understudy.schema.ColumnType;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A format of days, of times of a day or of both; a key counts days, or microseconds, since 1970-01-01.
 *
 * @param pattern {@code yyyy yy MM M MMM LLL dd d HH H hh h mm ss S..S a} and quoted literals
 */
public record TimeForm(String pattern) implements Form {
    private static final long DAY = 86_400_000_000L;
    private static final int NOON = 12;

    @Override
    public ColumnType type() {
        return ((TimeFamily) family()).timed() ? new ColumnType.Timestamp() : new ColumnType.Date();
    }

    @Override
    public Family family() {
        StringBuilder bare = new StringBuilder(pattern.length());
        TimeFamily whole = new TimeFamily(pattern);
        for (int i = 0; i < pattern.length(); i = whole.end(i)) {
            int end = whole.end(i);
            char token = pattern.charAt(i);
            bare.append(pattern, i, open(token, end - i) ? i + 1 : end);
        }
        return new TimeFamily(bare.toString());
    }

    /** Whether a family leaves the length of a field open; where the date is one number, only lengths tell its fields apart. */
    private boolean open(char token, int length) {
        boolean date = token == 'd' || (token == 'M' && length < TimeFamily.MONTH_LETTERS);
        return "HhS".indexOf(token) >= 0 || (date && !pattern.startsWith(TimeText.JOINED));
    }

    @Override
    public String write(long key) {
        TimeFamily tokens = new TimeFamily(pattern);
        Moment moment = tokens.timed()
                ? new Moment(LocalDate.ofEpochDay(Math.floorDiv(key, DAY)), Math.floorMod(key, DAY))
                : new Moment(LocalDate.ofEpochDay(key), 0);
        StringBuilder text = new StringBuilder(pattern.length() + 2);
        for (int i = 0; i < pattern.length(); i = tokens.end(i)) {
            int end = tokens.end(i);
            if (pattern.charAt(i) == '\'') {
                text.append(pattern, i + 1, end - 1);
            } else {
                moment.write(pattern.charAt(i), end - i, text);
            }
        }
        return text.toString();
    }

    private record Moment(LocalDate day, long micros) {

        void write(char token, int length, StringBuilder into) {
            int hour = (int) (micros / 3_600_000_000L);
            switch (token) {
                case 'y' -> number(length == 2 ? day.getYear() % 100 : day.getYear(), length, into);
                case 'M' -> month(length, into);
                case 'L' -> into.append(name().toUpperCase(Locale.ROOT));
                case 'd' -> number(day.getDayOfMonth(), length, into);
                case 'H' -> number(hour, length, into);
                case 'h' -> number((hour + NOON - 1) % NOON + 1, length, into);
                case 'm' -> number((int) (micros / 60_000_000L % 60), 2, into);
                case 's' -> number((int) (micros / 1_000_000L % 60), 2, into);
                case 'S' -> into.append(Long.toString(1_000_000L + micros % 1_000_000L), 1, 1 + length);
                case 'a' -> into.append(hour < NOON ? "AM" : "PM");
                default -> into.append(token);
            }
        }

        private void month(int length, StringBuilder into) {
            if (length == TimeFamily.MONTH_LETTERS) {
                into.append(name());
            } else {
                number(day.getMonthValue(), length, into);
            }
        }

        private String name() {
            int start = TimeFamily.MONTH_LETTERS * (day.getMonthValue() - 1);
            return TimeFamily.MONTHS.substring(start, start + TimeFamily.MONTH_LETTERS);
        }

        private static void number(int number, int length, StringBuilder into) {
            String digits = Integer.toString(number);
            into.append("0".repeat(Math.max(0, length - digits.length()))).append(digits);
        }
    }
}

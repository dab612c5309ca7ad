package io.understudy.codec.form;

import java.time.LocalDate;
import java.time.Month;

/**
 * Days and times of one order of fields.
 *
 * <p>A pattern is written with {@code yyyy yy M MMM LLL d H h mm ss S a} and quoted literals, as in
 * {@link java.time.format.DateTimeFormatter} but that single letters read one digit or two, {@code S} any fraction and
 * {@code LLL} is a month in capitals.
 */
record TimeFamily(String pattern) implements Family {
    static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    static final int MONTH_LETTERS = 3;

    /** Two-digit years are those of 1970 .. 2069. */
    static final int PIVOT = 70;

    private static final int MICRO_DIGITS = 6;
    private static final int NOON = 12;

    boolean dated() {
        return pattern.indexOf('y') >= 0;
    }

    boolean timed() {
        return pattern.indexOf('m') >= 0;
    }

    @Override
    public long parse(String text) {
        Fields fields = new Fields(text);
        int i = 0;
        while (i < pattern.length()) {
            char token = pattern.charAt(i);
            int end = end(i);
            if (!fields.read(token, end - i)) {
                return Form.NONE;
            }
            if (token == '\'' && !fields.literal(pattern, i + 1, end - 1)) {
                return Form.NONE;
            }
            i = end;
        }
        return fields.at == text.length() ? fields.key(this) : Form.NONE;
    }

    /** Where the token ends that begins at a position. */
    int end(int start) {
        char token = pattern.charAt(start);
        if (token == '\'') {
            return pattern.indexOf('\'', start + 1) + 1;
        }
        int end = start + 1;
        while (Character.isLetter(token) && end < pattern.length() && pattern.charAt(end) == token) {
            end++;
        }
        return end;
    }

    /** What has been read so far. */
    private static final class Fields {
        private final String text;
        private int at;
        private int year = 1970;
        private int month = 1;
        private int day = 1;
        private int hour;
        private int minute;
        private int second;
        private int micros;
        private boolean halves;
        private boolean afternoon;

        Fields(String text) {
            this.text = text;
        }

        boolean read(char token, int length) {
            switch (token) {
                case 'y' -> year = year(number(length, length), length);
                case 'M' -> month = length == MONTH_LETTERS ? name(false) : number(length, 2);
                case 'L' -> month = name(true);
                case 'd' -> day = number(length, 2);
                case 'H' -> hour = number(length, 2);
                case 'h' -> hour = half(number(length, 2));
                case 'm' -> minute = number(2, 2);
                case 's' -> second = number(2, 2);
                case 'S' -> micros = fraction();
                case 'a' -> afternoon = afternoon();
                case '\'' -> {}
                default -> at = at < text.length() && text.charAt(at) == token ? at + 1 : Integer.MAX_VALUE;
            }
            return at >= 0 && at <= text.length();
        }

        private static int year(int number, int length) {
            return length == 2 && number >= 0 ? number + (number < PIVOT ? 2000 : 1900) : number;
        }

        private int half(int number) {
            halves = true;
            return number > NOON || number == 0 ? fail() : number;
        }

        boolean literal(String pattern, int from, int to) {
            boolean same = text.startsWith(pattern.substring(from, to), at);
            at += to - from;
            return same;
        }

        /** A number of {@code least .. most} digits; ends the reading where there is none. */
        private int number(int least, int most) {
            int number = 0;
            int start = at;
            while (at < text.length() && at - start < most && TimeText.digit(text.charAt(at))) {
                number = 10 * number + (text.charAt(at++) - '0');
            }
            return at - start < least ? fail() : number;
        }

        private int fail() {
            at = Integer.MAX_VALUE;
            return 0;
        }

        private int fraction() {
            int start = at;
            int number = number(1, MICRO_DIGITS);
            for (int i = at - start; i < MICRO_DIGITS; i++) {
                number *= 10;
            }
            return number;
        }

        private int name(boolean capitals) {
            if (at + MONTH_LETTERS > text.length()) {
                return fail();
            }
            for (int i = 0; i < MONTHS.length(); i += MONTH_LETTERS) {
                if (text.regionMatches(capitals, at, MONTHS, i, MONTH_LETTERS)) {
                    at += MONTH_LETTERS;
                    return i / MONTH_LETTERS + 1;
                }
            }
            return fail();
        }

        private boolean afternoon() {
            boolean pm = text.startsWith("PM", at);
            boolean known = pm || text.startsWith("AM", at);
            at = known ? at + 2 : Integer.MAX_VALUE;
            return pm;
        }

        long key(TimeFamily family) {
            int hours = halves ? hour % NOON + (afternoon ? NOON : 0) : hour;
            boolean valid = month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= Month.of(month).length(leap(year))
                    && hour < 24
                    && minute < 60
                    && second < 60
                    && year > 0;
            if (!valid) {
                return Form.NONE;
            }
            long days = family.dated() ? LocalDate.of(year, month, day).toEpochDay() : 0;
            long seconds = 60L * (60L * hours + minute) + second;
            return family.timed() ? (86_400L * days + seconds) * 1_000_000L + micros : days;
        }

        private static boolean leap(int year) {
            return java.time.Year.isLeap(year);
        }
    }
}

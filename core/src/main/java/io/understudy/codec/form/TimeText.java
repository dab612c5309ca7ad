package io.understudy.codec.form;

/**
 * Finds the patterns that a text could have been written by, and what it shows of zeros before single digits.
 *
 * <p>A layout is packed from the two bits each of month, day and hour (0 open, 1 with a zero, 2 without) and the number of
 * digits of the fraction.
 */
final class TimeText {
    static final String JOINED = "yyyyMMdd";
    static final int PADDED = 1;
    static final int BARE = 2;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 35;
    private static final int LONGEST_ZONE = 6;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static void read(String text, Readings into) {
        if (text.length() >= SHORTEST && text.length() <= LONGEST) {
            new TimeText(text).read(into);
        }
    }

    private void read(Readings into) {
        int first = run(0);
        char sign = first < text.length() ? text.charAt(first) : 0;
        if (sign == ':' && first <= 2) {
            tell("", "", into);
        } else if (first == 8 && plausible()) {
            at = first;
            tell(JOINED, "", into);
        } else if (first == 4 && (sign == '-' || sign == '/' || sign == '.')) {
            if (fields(first, sign) > 0) {
                tell("yyyy" + sign + "M" + sign + "d", "", into);
            }
        } else if (first <= 2 && (sign == '-' || sign == '/' || sign == '.' || sign == ' ')) {
            readDayOrMonthFirst(first, sign, into);
        }
    }

    /** Numbers of eight digits are everywhere; only those of our own times are taken for days. */
    private boolean plausible() {
        int year = Integer.parseInt(text.substring(0, 4));
        return year >= FIRST_YEAR && year < LAST_YEAR;
    }

    private void readDayOrMonthFirst(int first, char sign, Readings into) {
        int second = run(first + 1);
        if (second == 0) {
            readMonthName(first, sign, into);
        } else if (sign != ' ') {
            int year = fields(first, sign);
            if (year == 4 || year == 2) {
                String years = "yyyy".substring(0, year);
                tell("d" + sign + "M" + sign + years, "M" + sign + "d" + sign + years, into);
            }
        }
    }

    private void readMonthName(int first, char sign, Readings into) {
        int end = first + 1 + TimeFamily.MONTH_LETTERS;
        if (end < text.length() && text.charAt(end) == sign) {
            int year = run(end + 1);
            if (year == 4 || year == 2) {
                at = end + 1 + year;
                boolean capitals = Character.isUpperCase(text.charAt(first + 2));
                tell("d" + sign + (capitals ? "LLL" : "MMM") + sign + "yyyy".substring(0, year), "", into);
            }
        }
    }

    /** How many digits begin at a position. */
    private int run(int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    /** Passes the second and the third field of a date; the length of the third, 0 where they are not as in dates. */
    private int fields(int first, char sign) {
        int second = run(first + 1);
        int third = first + 1 + second;
        if (second < 1 || second > 2 || third >= text.length() || text.charAt(third) != sign) {
            return 0;
        }
        int length = run(third + 1);
        at = third + 1 + length;
        return length;
    }

    /** Tells the readings by one or two patterns of dates with the time that follows. */
    private void tell(String date, String other, Readings into) {
        String time = time(date.isEmpty());
        if (time == null) {
            return;
        }
        for (String each : new String[] {date, other}) {
            if (each.isEmpty() && !date.isEmpty()) {
                continue;
            }
            TimeFamily family = new TimeFamily(each + time);
            long key = family.parse(text);
            if (key != Form.NONE) {
                into.read(family, layout(family), key);
            }
            if (date.isEmpty()) {
                return;
            }
        }
    }

    /** The pattern of what follows the date; null where it is no time. */
    private @org.jspecify.annotations.Nullable String time(boolean alone) {
        if (at == text.length()) {
            return alone ? null : "";
        }
        StringBuilder pattern = new StringBuilder();
        if (!alone) {
            char sign = text.charAt(at++);
            if (sign != ' ' && sign != 'T') {
                return null;
            }
            pattern.append(sign == ' ' ? " " : "'T'");
        }
        int hours = run(at);
        if (hours < 1 || hours > 2 || !text.startsWith(":", at + hours) || run(at + hours + 1) != 2) {
            return null;
        }
        at += hours + 3;
        boolean halves = text.endsWith("AM") || text.endsWith("PM");
        pattern.append(halves ? "h:mm" : "H:mm");
        seconds(pattern);
        return zone(pattern, halves) ? pattern.toString() : null;
    }

    private void seconds(StringBuilder pattern) {
        if (text.startsWith(":", at) && run(at + 1) == 2) {
            pattern.append(":ss");
            at += 3;
            int fraction = text.startsWith(".", at) || text.startsWith(",", at) ? run(at + 1) : 0;
            if (fraction > 0) {
                pattern.append(text.charAt(at)).append('S');
                at += 1 + fraction;
            }
        }
    }

    private boolean zone(StringBuilder pattern, boolean halves) {
        int end = halves ? text.length() - 2 : text.length();
        if (end < at || end - at > LONGEST_ZONE) {
            return false;
        }
        String literal = text.substring(at, end);
        if (!literal.isEmpty()) {
            if (!literal.chars().allMatch(c -> "Z+-: UTCGM".indexOf(c) >= 0 || digit((char) c))
                    || digit(literal.charAt(0))
                    || literal.charAt(0) == ':') {
                return false;
            }
            pattern.append('\'').append(literal).append('\'');
        }
        pattern.append(halves ? "a" : "");
        return true;
    }

    /** What the digits of month, day, hour and fraction show. */
    private long layout(TimeFamily family) {
        long layout = 0;
        int position = 0;
        for (int i = 0; i < family.pattern().length(); i = family.end(i)) {
            char token = family.pattern().charAt(i);
            int length = family.end(i) - i;
            int field = "MdHh".indexOf(token);
            if (token == 'S') {
                layout |= (long) run(position) << 8;
                position += run(position);
            } else if (length == 1 && field >= 0) {
                int digits = run(position);
                layout |= shown(position, digits) << (2 * Math.min(field, 2));
                position += digits;
            } else {
                position += token == '\'' ? length - 2 : length == 1 && Character.isLetter(token) ? 2 : length;
            }
        }
        return layout;
    }

    private long shown(int position, int digits) {
        return digits == 1 ? BARE : text.charAt(position) == '0' ? PADDED : 0;
    }
}

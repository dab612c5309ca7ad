package io.understudy.codec.form;

import io.understudy.codec.form.NumberFamily.Mark;
import io.understudy.schema.Keys;
import java.util.Optional;

/**
 * A text with one number in it, parted into what stands before it, its sign, its digits and what stands after it.
 *
 * @param body from the first to the last digit
 */
record NumberText(String head, String tail, NumberSign sign, String body) {
    /** A double holds so many digits exactly. */
    private static final int MOST_DIGITS = 15;

    private static final int GROUP = 3;
    private static final int LONGEST_HEAD = 6;
    private static final int LONGEST_TAIL = 10;

    /** The parts of a text; empty where they are not those of a number. */
    static Optional<NumberText> of(String text) {
        int start = 0;
        int least = Math.min(text.length(), LONGEST_HEAD);
        while (start < least && !digit(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        int most = Math.max(start, text.length() - LONGEST_TAIL);
        while (end > most && !digit(text.charAt(end - 1))) {
            end--;
        }
        if (start >= end || !digit(text.charAt(start)) || !digit(text.charAt(end - 1)) || !numeric(text, start, end)) {
            return Optional.empty();
        }
        String head = text.substring(0, start);
        String tail = text.substring(end);
        NumberSign sign = NumberSign.of(head, tail);
        NumberText parts = new NumberText(sign.head(head), sign.tail(tail), sign, text.substring(start, end));
        return Affix.head(parts.head) && Affix.tail(parts.tail) ? Optional.of(parts) : Optional.empty();
    }

    private static boolean numeric(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                digits++;
            } else if (c != '.' && c != ',' && !blankGroup(c)) {
                return false;
            }
        }
        return digits <= MOST_DIGITS;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean blankGroup(char c) {
        return Affix.blank(c) || c == '\'' || c == '\u2019';
    }

    void tell(Readings into) {
        if (leadsWithZero()) {
            if (body.chars().allMatch(c -> digit((char) c))) {
                into.leadingZero();
            }
            return;
        }
        boolean open = body.indexOf('.') < 0 && body.indexOf(',') < 0;
        for (Mark mark : Mark.values()) {
            if (open == (mark == Mark.OPEN)) {
                tell(mark, into);
            }
        }
    }

    private void tell(Mark mark, Readings into) {
        int end = whole(mark);
        int group = group(mark, end);
        if (group >= 0) {
            int scale = Math.max(0, body.length() - end - 1);
            boolean padded = scale > 0 && body.charAt(body.length() - 1) == '0';
            NumberLayout layout = new NumberLayout(sign, (char) group, scale, padded);
            into.read(new NumberFamily(head, tail, mark), layout.packed(), key(end));
        }
    }

    /** The key where a text is read with a decimal mark; that mark may be missing. */
    long key(Mark mark) {
        int end = whole(mark);
        return leadsWithZero() || group(mark, end) < 0 ? Form.NONE : key(end);
    }

    private boolean leadsWithZero() {
        return body.length() > 1 && body.charAt(0) == '0' && body.charAt(1) != '.' && body.charAt(1) != ',';
    }

    /** Where whole digits end. */
    private int whole(Mark mark) {
        int at = mark == Mark.OPEN ? -1 : body.lastIndexOf(mark == Mark.POINT ? '.' : ',');
        return at < 0 ? body.length() : at;
    }

    /** How whole digits are grouped, as in a layout; -1 where they are not as numbers are. */
    private int group(Mark mark, int end) {
        char group = NumberLayout.OPEN;
        int run = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (digit(c)) {
                run++;
            } else if (i < end) {
                boolean first = group == NumberLayout.OPEN;
                boolean length = first ? run <= GROUP : run == GROUP && c == group;
                if (!length || c == (mark == Mark.COMMA ? ',' : mark == Mark.POINT ? '.' : 0)) {
                    return -1;
                }
                group = c;
                run = 0;
            } else if (i == end) {
                if (group != NumberLayout.OPEN && run != GROUP) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return groupAtEnd(group, run, end);
    }

    private int groupAtEnd(char group, int run, int end) {
        if (group != NumberLayout.OPEN) {
            return end == body.length() && run != GROUP ? -1 : group;
        }
        return end > GROUP ? NumberLayout.NONE : NumberLayout.OPEN;
    }

    private long key(int end) {
        long unscaled = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            unscaled = digit(c) ? 10 * unscaled + (c - '0') : unscaled;
        }
        double value = unscaled / NumberForm.power(Math.max(0, body.length() - end - 1));
        return Keys.ofDouble(sign.negative() ? -value : value);
    }
}

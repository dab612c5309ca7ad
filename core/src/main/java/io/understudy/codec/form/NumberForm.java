package io.understudy.codec.form;

import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;

/**
 * A format of numbers; a key is that of a double.
 *
 * @param head     what stands before the number
 * @param tail     what stands after it
 * @param negative how the sign of negative numbers is written
 * @param plus     whether other numbers carry a plus
 * @param mark     what parts whole digits from the others
 * @param group    what groups thousands, empty where nothing does
 * @param least    the fewest digits after the mark; zeros are written up to here
 * @param most     the most digits after the mark
 */
public record NumberForm(
        String head, String tail, String negative, boolean plus, String mark, String group, int least, int most)
        implements Form {
    private static final long[] POWERS = powers();
    private static final int GROUP = 3;

    private static long[] powers() {
        long[] powers = new long[18];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** Exact: powers of ten up to the 22nd are doubles. */
    static double power(int exponent) {
        return POWERS[exponent];
    }

    @Override
    public ColumnType type() {
        return new ColumnType.Real(Double.BYTES);
    }

    @Override
    public Family family() {
        return new NumberFamily(head, tail, ",".equals(mark) ? NumberFamily.Mark.COMMA : NumberFamily.Mark.POINT);
    }

    /** Whether nothing but digits is ever written. */
    public boolean plain() {
        return head.isEmpty() && tail.isEmpty() && group.isEmpty() && most == 0 && !plus;
    }

    @Override
    public String pattern() {
        String whole = group.isEmpty() ? "0" : "#" + group + "##0";
        String rest = most == 0 ? "" : mark + "0".repeat(least) + "#".repeat(most - least);
        return head + whole + rest + tail;
    }

    @Override
    public String write(long key) {
        double value = Math.abs(Keys.toDouble(key));
        long unscaled = (long) Math.min(Math.rint(value * POWERS[most]), 0x1p62);
        // Minus zero has a sign of its own; a number that is rounded to zero has not.
        boolean below = key < 0 && (unscaled != 0 || value == 0);
        NumberSign sign = below ? NumberSign.valueOf(negative) : plus ? NumberSign.PLUS : NumberSign.NONE;
        return sign.write(head, digits(unscaled), tail);
    }

    private String digits(long unscaled) {
        StringBuilder digits = new StringBuilder(grouped(Long.toString(unscaled / POWERS[most])));
        String rest = Long.toString(unscaled % POWERS[most] + POWERS[most]).substring(1);
        int length = most;
        while (length > least && rest.charAt(length - 1) == '0') {
            length--;
        }
        if (length > 0) {
            digits.append(mark).append(rest, 0, length);
        }
        return digits.toString();
    }

    private String grouped(String whole) {
        if (group.isEmpty() || whole.length() <= GROUP) {
            return whole;
        }
        StringBuilder grouped = new StringBuilder(whole);
        for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, group);
        }
        return grouped.toString();
    }
}

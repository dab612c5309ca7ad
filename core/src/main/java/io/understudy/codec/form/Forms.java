package io.understudy.codec.form;

import java.util.Map;

/** Finds what texts can be read as, and how a column that was read is written. */
public final class Forms {
    /** No number and no time is longer; nearly all free text is. */
    private static final int LONGEST = 40;

    private Forms() {}

    /** Tells every way to read a text: none for most texts, two where the order of day and month is open. */
    public static void read(String text, Readings into) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return;
        }
        NumberText.of(text).ifPresent(number -> number.tell(into));
        if (Character.isDigit(text.charAt(0))) {
            TimeText.read(text, into);
        }
    }

    /**
     * Whether a family reads the texts of another as well: its own, and where it is one of numbers with a decimal mark those
     * that show none.
     */
    public static boolean alike(Family family, Family other) {
        return family.equals(other)
                || (family instanceof NumberFamily numbers
                        && numbers.with(NumberFamily.Mark.OPEN).equals(other));
    }

    /**
     * The form that most texts of a family fit.
     *
     * @param layouts rows by layout, at least one
     */
    public static Fitted fit(Family family, Map<Long, Long> layouts) {
        return family instanceof NumberFamily numbers
                ? new NumberFit(layouts).fit(numbers)
                : new TimeFit(layouts).fit((TimeFamily) family);
    }

    /**
     * A form and how well it does.
     *
     * @param fits rows whose text it writes exactly
     */
    public record Fitted(Form form, long fits) {}
}

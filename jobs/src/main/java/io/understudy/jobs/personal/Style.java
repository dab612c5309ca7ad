package io.understudy.jobs.personal;

import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How the texts of a column are written, as most of its rows have it. Learned from shapes, which hold no letters.
 *
 * @param letters    upper or lower case, or as names are written
 * @param commas     last name first, then a comma
 * @param oneWord    no blanks inside
 * @param padded     blanks at the end, up to the cell's length
 */
public record Style(Letters letters, boolean commas, boolean oneWord, boolean padded) implements Serializable {
    /** Capital first letters, nothing padded. */
    public static final Style PLAIN = new Style(Letters.MIXED, false, false, false);

    /** The case of letters. */
    public enum Letters {
        UPPER,
        LOWER,
        MIXED
    }

    /** The style that most texts of these shapes have. */
    public static Style of(Cells shapes) {
        Letters letters = most(shapes, shape -> !has(shape, 'a') && has(shape, 'A'))
                ? Letters.UPPER
                : most(shapes, shape -> has(shape, 'a') && !has(shape, 'A')) ? Letters.LOWER : Letters.MIXED;
        boolean commas = most(shapes, shape -> shape.contains("a, ") || shape.contains("A, "));
        boolean oneWord = most(shapes, shape -> shape.strip().indexOf(' ') < 0);
        return new Style(letters, commas, oneWord, most(shapes, shape -> shape.endsWith(" ")));
    }

    private static boolean has(String shape, char kind) {
        return shape.indexOf(kind) >= 0;
    }

    /** Whether more than half of the rows whose shape is known have such a one. */
    private static boolean most(Cells shapes, Predicate<String> trait) {
        long those = 0;
        long all = 0;
        for (int i = 0; i < shapes.size(); i++) {
            long rows = shapes.counts()[i];
            all += shapes.label(i).isPresent() ? rows : 0;
            those += shapes.label(i).filter(trait).isPresent() ? rows : 0;
        }
        return 2 * those > all;
    }

    /** A made-up text in this style. */
    String write(String text, String template) {
        String cased = switch (letters) {
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case MIXED -> text;
        };
        int missing = template.length() - cased.length();
        return padded && missing > 0 ? cased + " ".repeat(missing) : cased;
    }
}

package io.understudy.jobs.personal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A few known words.
 *
 * @param text in lower case, parted by blanks
 */
record Words(String text) {

    boolean has(String word) {
        return !word.isEmpty() && word.indexOf(' ') < 0 && (" " + text + " ").contains(" " + word + " ");
    }

    /** Whether one of the words of a column's name is among them. */
    boolean hasAny(String column) {
        return of(column).stream().anyMatch(this::has);
    }

    /** The words of a column's name, parted by signs and capitals, in lower case. */
    static List<String> of(String column) {
        String parted = column.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_").toLowerCase(Locale.ROOT);
        return Arrays.stream(parted.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

package io.understudy.jobs.personal;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody made up for a row.
 *
 * @param tag the locale the names are of
 */
record Person(String first, String last, String tag) {
    private static final Set<String> FAMILY_FIRST = Set.of("hu", "ja", "zh", "ko", "vi");

    static Person draw(Voice voice, Sex sex) {
        return new Person(voice.firstName(sex), voice.lastName(), voice.tag());
    }

    /** This person under the names that the row has already, where it has any. */
    Person named(String firstOfRow, String lastOfRow) {
        return new Person(firstOfRow.isBlank() ? first : firstOfRow, lastOfRow.isBlank() ? last : lastOfRow, tag);
    }

    String full(boolean commas) {
        if (commas) {
            return last + ", " + first;
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return FAMILY_FIRST.contains(language) ? last + " " + first : first + " " + last;
    }
}

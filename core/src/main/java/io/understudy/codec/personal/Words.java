package io.understudy.codec.personal;

import java.util.Set;

/** Words of names. */
final class Words {
    /** Small words inside names. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "ter", "zu",
            "zur", "af", "av", "el", "al", "bin", "ibn", "bint", "y", "e", "i", "ben", "st", "mac", "und");

    private static final int MOST = 10;
    private static final String SIGNS = "'\u2019-.,()\"/&";

    private Words() {}

    /** Whether a text is words that each begin with a capital, but for particles. */
    static boolean name(String text) {
        int words = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            if (end > start && !word(text.substring(start, end))) {
                return false;
            }
            words += end > start ? 1 : 0;
            start = end + 1;
        }
        return words >= 1 && words <= MOST;
    }

    private static boolean word(String word) {
        boolean first = true;
        boolean capital = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) {
                capital |= first && !Character.isLowerCase(c);
                first = false;
            } else if (SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return capital || first || PARTICLES.contains(word) || apostrophe(word);
    }

    /** {@code d'Arc}, {@code al-Din}: a particle and a name in one. */
    private static boolean apostrophe(String word) {
        for (int i = 1; i + 1 < Math.min(word.length(), 5); i++) {
            if (SIGNS.indexOf(word.charAt(i)) >= 0 && Character.isUpperCase(word.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }
}

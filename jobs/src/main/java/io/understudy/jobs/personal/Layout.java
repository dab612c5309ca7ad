package io.understudy.jobs.personal;

/** Texts whose digits are exchanged while everything between them stays. */
final class Layout {
    private Layout() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** The template with its digits replaced, in order; there are as many as it has. */
    static String fill(String template, String digits) {
        StringBuilder filled = new StringBuilder(template);
        int next = 0;
        for (int i = 0; i < filled.length(); i++) {
            if (isDigit(filled.charAt(i))) {
                filled.setCharAt(i, digits.charAt(next++));
            }
        }
        return filled.toString();
    }

    /** Letters and digits of any alphabet, the rest left out. */
    static String bare(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A text in groups of {@code size}, parted as the template is: by blanks, hyphens or not at all. */
    static String grouped(String text, String template, int size) {
        char sign = template.indexOf(' ') > 0 ? ' ' : template.indexOf('-') > 0 ? '-' : 0;
        return sign == 0 ? text : text.replaceAll("(.{" + size + "})(?=.)", "$1" + sign);
    }
}

package io.understudy.codec.personal;

/** What one look at all characters of a text tells. */
record Glance(String text, int digits, int letters, int blanks, int ats, int dots, int colons, int signs, int others) {
    /** Signs that part the digits of telephone numbers and the like. */
    private static final String SIGNS = "-/()+";

    static Glance at(String text) {
        int[] seen = new int[8];
        for (int i = 0; i < text.length(); i++) {
            seen[kind(text.charAt(i))]++;
        }
        return new Glance(text, seen[0], seen[1], seen[2], seen[3], seen[4], seen[5], seen[6], seen[7]);
    }

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return 0;
        }
        if (c == ' ' || c == '\u00A0') {
            return 2;
        }
        return switch (c) {
            case '@' -> 3;
            case '.' -> 4;
            case ':' -> 5;
            default -> SIGNS.indexOf(c) >= 0 ? 6 : Character.isLetter(c) ? 1 : 7;
        };
    }

    /** Whether there is nothing but digits and what parts them. */
    boolean parted() {
        return letters + ats + colons + others == 0;
    }

    /** The digits alone. */
    String digitsAlone() {
        StringBuilder alone = new StringBuilder(digits);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                alone.append(c);
            }
        }
        return alone.toString();
    }
}

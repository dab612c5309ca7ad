package io.understudy.codec;

/**
 * Shapes of numbers to the base of 16, such as digests and UUIDs: {@code h} stands for a digit or one of a .. f, {@code H}
 * for a digit or one of A .. F. Version and variant of a UUID (RFC 9562) are literal at first.
 */
final class HexShape {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 128;
    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    private static final int VERSION = 14;
    private static final int VARIANT = 19;

    /** Letters that open a decimal number, such as a country, are no digits. */
    private static final int PREFIX = 4;

    /** Fewer letters than one in so many characters are not those of a number to the base of 16, where 6 in 16 are. */
    private static final int SPARSE = 8;

    private HexShape() {}

    /** Whether a text is such a number: long, of digits and letters of one case, perhaps with hyphens. */
    static boolean fits(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && (fits(text, 'a') || fits(text, 'A'));
    }

    private static boolean fits(String text, char a) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= a && c < a + 6;
            if (!digit && !letter && c != '-') {
                return false;
            }
            digits += digit ? 1 : 0;
            letters += letter ? 1 : 0;
        }
        boolean spread = text.chars().skip(PREFIX).anyMatch(c -> c >= a);
        return digits > 0 && spread && digits + letters >= SHORTEST && SPARSE * letters >= digits + letters;
    }

    /** The shape of a text that fits. */
    static String of(String text) {
        String marks = text.replaceAll("[0-9a-f]", "h");
        String plain = marks.indexOf('h') >= 0 && !text.matches(".*[A-F].*") ? marks : text.replaceAll("[0-9A-F]", "H");
        if (!plain.equalsIgnoreCase(UUID)) {
            return plain;
        }
        return plain.substring(0, VERSION)
                + literal(text, VERSION)
                + plain.substring(VERSION + 1, VARIANT)
                + literal(text, VARIANT)
                + plain.substring(VARIANT + 1);
    }

    private static String literal(String text, int at) {
        return "\\" + text.charAt(at);
    }

    /** Whether a shape is of this kind: no other has a mark of this kind that is not literal. */
    static boolean is(String shape) {
        char first = shape.isEmpty() ? ' ' : shape.charAt(0);
        return first == 'h' || first == 'H' || (first == '-' && shape.matches("-+[hH].*"));
    }

    /** First without literal digits, then coarse. */
    static String coarser(String shape) {
        char mark = shape.indexOf('h') >= 0 ? 'h' : 'H';
        String plain = shape.replaceAll("\\\\.", String.valueOf(mark));
        return plain.length() < shape.length() ? plain : Shape.coarse(plain.replaceFirst("[hH]", "9"));
    }
}

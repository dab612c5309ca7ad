package io.understudy.codec.personal;

/** Addresses of mail and of the internet protocol. */
final class Addresses {
    private static final int MOST_BYTE = 255;
    private static final int GROUPS = 8;

    private Addresses() {}

    /** Whether a text with one {@code @} has a name before it and a domain after it. */
    static boolean email(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || text.length() - dot < 3) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
            if (!plain && i != at && (i > at || "!#$%&'*+/=?^`{|}~".indexOf(c) < 0)) {
                return false;
            }
        }
        return Character.isLetter(text.charAt(dot + 1));
    }

    /** Whether a text with three dots is four bytes. */
    static boolean version4(String text) {
        for (String part : text.split("\\.", -1)) {
            boolean digits = !part.isEmpty() && part.length() <= 3;
            for (int i = 0; i < part.length(); i++) {
                digits &= part.charAt(i) >= '0' && part.charAt(i) <= '9';
            }
            if (!digits || Integer.parseInt(part) > MOST_BYTE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is groups of hexadecimal digits: eight, or fewer where a pair of colons stands for zeros. */
    static boolean version6(String text) {
        int groups = 0;
        for (String part : text.split(":", -1)) {
            if (part.length() > 4) {
                return false;
            }
            for (int i = 0; i < part.length(); i++) {
                if (Character.digit(part.charAt(i), 16) < 0) {
                    return false;
                }
            }
            groups += part.isEmpty() ? 0 : 1;
        }
        int gap = text.indexOf("::");
        return gap >= 0 ? groups < GROUPS && text.indexOf("::", gap + 1) < 0 && groups > 0 : groups == GROUPS;
    }
}

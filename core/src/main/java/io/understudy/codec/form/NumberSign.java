package io.understudy.codec.form;

/** How the sign of a number is written. */
enum NumberSign {
    /** Not at all: the number is not negative, or zero. */
    NONE("", "", "", ""),
    /** A plus before everything. */
    PLUS("+", "", "", ""),
    /** A hyphen before everything. */
    BEFORE("-", "", "", ""),
    /** A hyphen between what stands before the number and the number. */
    INSIDE("", "-", "", ""),
    /** A hyphen right after the number. */
    AFTER("", "", "-", ""),
    /** Brackets around everything, as in bookkeeping. */
    BRACKETS("(", "", "", ")"),
    /** A minus sign of typography (U+2212) before everything. */
    MINUS_BEFORE("\u2212", "", "", ""),
    /** The same between what stands before the number and the number. */
    MINUS_INSIDE("", "\u2212", "", ""),
    /** The same right after the number. */
    MINUS_AFTER("", "", "\u2212", "");

    private final String first;
    private final String inside;
    private final String after;
    private final String last;

    NumberSign(String first, String inside, String after, String last) {
        this.first = first;
        this.inside = inside;
        this.after = after;
        this.last = last;
    }

    boolean negative() {
        return this != NONE && this != PLUS;
    }

    String write(String head, String digits, String tail) {
        return first + head + inside + digits + after + tail + last;
    }

    /** The sign that parts a text into a head and a tail; the longest match, so that brackets come in pairs. */
    static NumberSign of(String head, String tail) {
        if (head.isEmpty() && tail.isEmpty()) {
            return NONE;
        }
        if (head.startsWith("(") && tail.endsWith(")")) {
            return BRACKETS;
        }
        for (NumberSign sign : values()) {
            if (sign != NONE && sign != BRACKETS && sign.marks(head, tail)) {
                return sign;
            }
        }
        return NONE;
    }

    private boolean marks(String head, String tail) {
        return (!first.isEmpty() && head.startsWith(first))
                || (!inside.isEmpty() && head.endsWith(inside))
                || (!after.isEmpty() && tail.startsWith(after));
    }

    String head(String signed) {
        return signed.substring(first.length(), signed.length() - inside.length());
    }

    String tail(String signed) {
        return signed.substring(after.length(), signed.length() - last.length());
    }
}

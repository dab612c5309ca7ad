package io.understudy.codec;

import io.understudy.stat.Cells;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule that lets anyone tell a mistyped identifier: some of its characters follow from the others. */
public enum KeyCheck {
    /** No rule that is known. */
    NONE {
        @Override
        boolean holds(int[] values) {
            return false;
        }
    },
    /** ISO 7064 MOD 11-2, as in ISNI and ORCID: 16 characters, the last 0 .. 9 or X. */
    MOD_11_2 {
        @Override
        boolean holds(int[] values) {
            int rest = 0;
            for (int value : values) {
                rest = (2 * rest + value) % 11;
            }
            return values.length == 16 && rest == 1 && digitsBut(values, X);
        }
    },
    /** ISBN-10: weights 10 .. 1 modulo 11, the last character 0 .. 9 or X. */
    ISBN_10 {
        @Override
        boolean holds(int[] values) {
            int sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += (values.length - i) * values[i];
            }
            return values.length == 10 && sum % 11 == 0 && digitsBut(values, X);
        }
    },
    /** ISO/IEC 7812, Luhn: every second digit from the right counts twice, less nine above nine. */
    LUHN {
        @Override
        boolean holds(int[] values) {
            int sum = 0;
            for (int i = 0; i < values.length; i++) {
                int value = values[values.length - 1 - i] * (1 + i % 2);
                sum += value > 9 ? value - 9 : value;
            }
            return values.length >= SHORTEST && sum % 10 == 0 && digitsBut(values, 9);
        }
    },
    /** GTIN-8, -12, -13 (EAN, ISBN-13) and -14: weights 1 and 3 from the right. */
    GTIN {
        @Override
        boolean holds(int[] values) {
            int sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[values.length - 1 - i] * (1 + 2 * (i % 2));
            }
            return values.length >= SHORTEST && values.length <= 14 && sum % 10 == 0 && digitsBut(values, 9);
        }
    },
    /** ISO 7064 MOD 97-10 as in IBAN (ISO 13616): two letters, two check digits, then letters and digits. */
    IBAN {
        @Override
        boolean holds(int[] values) {
            int rest = 0;
            for (int i = 0; i < values.length; i++) {
                int value = values[(i + 4) % values.length];
                rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
            }
            return values.length >= 15 && values[0] > 9 && values[1] > 9 && values[2] <= 9 && rest == 1;
        }

        @Override
        int first() {
            return 2;
        }

        @Override
        int width() {
            return 2;
        }
    };

    private static final int SHORTEST = 8;
    private static final int X = 10;
    private static final int LETTERS = 36;
    private static final String CANDIDATES = "0123456789X";

    /** Fewer texts than this can satisfy a rule by chance. */
    private static final int ENOUGH = 50;

    private static final double NEARLY_ALL = 0.98;

    /** Whether the rule holds for the values of all characters: 0 .. 9, then 10 .. 35 for letters. */
    abstract boolean holds(int[] values);

    /** Where the check characters begin; negative from the end. */
    int first() {
        return -1;
    }

    /** How many check characters there are. */
    int width() {
        return 1;
    }

    /** Whether all but the last value are digits, and the last is at most some value. */
    private static boolean digitsBut(int[] values, int last) {
        return IntStream.range(0, values.length - 1).allMatch(i -> values[i] <= 9) && values[values.length - 1] <= last;
    }

    /** Whether the rule holds for a text, blanks and hyphens aside. */
    boolean holds(String text) {
        int[] values = new int[text.length()];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '-') {
                int value = c == 'X' && this != IBAN ? X : c < 0x80 ? Character.digit(c, LETTERS) : -1;
                if (value < 0 || Character.isLowerCase(c)) {
                    return false;
                }
                values[length++] = value;
            }
        }
        return length > 0 && holds(Arrays.copyOf(values, length));
    }

    /** The text with its check characters set so that the rule holds; unchanged where none do. */
    String completed(String text) {
        if (this == NONE || text.length() < width()) {
            return text;
        }
        int at = first() < 0 ? text.length() + first() : first();
        String head = text.substring(0, at);
        String tail = text.substring(at + width());
        return candidates()
                .map(check -> head + check + tail)
                .filter(this::holds)
                .findFirst()
                .orElse(text);
    }

    private Stream<String> candidates() {
        return width() == 1
                ? CANDIDATES.chars().mapToObj(Character::toString)
                : IntStream.range(0, 100).mapToObj(check -> "" + check / 10 + check % 10);
    }

    /** An exact shape with zeros for the check characters, so that others alone tell texts apart. */
    String open(String shape) {
        if (this == NONE || Shape.isCoarse(shape)) {
            return shape;
        }
        int length = Shape.positions(shape).length;
        int at = first() < 0 ? length + first() : first();
        return Shape.literal(shape, at, width());
    }

    /** The rule that nearly all of the known values follow, if there are enough of them. */
    static KeyCheck of(Cells cells, boolean keyed) {
        for (KeyCheck check : values()) {
            if (check != NONE && followed(check, cells, keyed)) {
                return check;
            }
        }
        return NONE;
    }

    private static boolean followed(KeyCheck check, Cells cells, boolean keyed) {
        int known = 0;
        int following = 0;
        for (int i = 0; i < cells.size(); i++) {
            String text =
                    keyed ? Long.toString(cells.lows()[i]) : cells.label(i).orElse("");
            known += text.isEmpty() ? 0 : 1;
            following += check.holds(text) ? 1 : 0;
            if (known == ENOUGH && following < NEARLY_ALL / 2 * known) {
                return false;
            }
        }
        return known >= ENOUGH && following >= NEARLY_ALL * known;
    }
}

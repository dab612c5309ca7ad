package io.understudy.codec.personal;

/** Numbers with check digits. */
public final class CheckDigits {
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final int HEAD = 4;
    private static final int MODULUS = 97;

    private CheckDigits() {}

    /** Whether a text, blanks aside, is an IBAN: its first four characters moved to its end, it leaves 1 modulo 97 (ISO 13616). */
    static boolean iban(String text) {
        String alone = text.replace(" ", "");
        if (alone.length() < SHORTEST_IBAN || alone.length() > LONGEST_IBAN || !headed(alone)) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < alone.length(); i++) {
            int value = Character.digit(alone.charAt((i + HEAD) % alone.length()), 36);
            if (value < 0) {
                return false;
            }
            rest = (rest * (value > 9 ? 100 : 10) + value) % MODULUS;
        }
        return rest == 1;
    }

    private static boolean headed(String text) {
        return Character.isUpperCase(text.charAt(0))
                && Character.isUpperCase(text.charAt(1))
                && Character.isDigit(text.charAt(2))
                && Character.isDigit(text.charAt(3));
    }

    /** Whether digits are a payment card's: of a network that issues cards, and with Luhn's check digit (ISO/IEC 7812). */
    public static boolean card(String digits) {
        if (digits.isEmpty() || digits.charAt(0) < '2' || digits.charAt(0) > '6') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = 2 * digit;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}

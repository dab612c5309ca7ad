package io.understudy.jobs.personal;

/** Card numbers (ISO/IEC 7812) with a right check digit, in ranges that payment systems keep for tests. */
final class Cards {
    private static final String SIXTEEN = "411111";
    private static final String FIFTEEN = "378282";
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int USUAL = 16;
    private static final int AMEX = 15;

    private Cards() {}

    static String write(String template, Numbers numbers) {
        int digits = Layout.digits(template);
        boolean readable =
                digits >= SHORTEST && digits <= LONGEST && template.chars().noneMatch(Character::isLetter);
        int length = readable ? digits : USUAL;
        String range = length == AMEX ? FIFTEEN : SIXTEEN;
        String body = range + numbers.digits(length - range.length() - 1);
        String card = body + checkDigit(body);
        return readable ? Layout.fill(template, card) : card;
    }

    /** Luhn's (US patent 2,950,048). */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}

package io.understudy.jobs.personal;

import java.util.Map;

/**
 * Telephone numbers that ring nowhere, in the layout of the column's own.
 *
 * <p>Where a regulator keeps numbers for fiction, these: 555-0100 to 555-0199 in North America, behind area codes that begin
 * with 0 or 1, which no area has; Ofcom's, ARCEP's, the Bundesnetzagentur's, ACMA's, ComReg's and PTS's own ranges elsewhere.
 * In other countries the number after the country code begins with 00, which no subscriber's does.
 */
final class Phones {
    /**
     * Numbers of a country that are kept for fiction.
     *
     * @param code    the country's calling code
     * @param trunk   what is dialled before a number at home
     * @param pattern the number without it: {@code x} is any digit, {@code b} is 0 or 1
     */
    private record Range(String code, String trunk, String pattern) {}

    private static final Range NORTH_AMERICA = new Range("1", "1", "bxx55501xx");
    private static final Range ANYWHERE = new Range("", "0", "00xxxxxxx");
    private static final Map<String, Range> BY_COUNTRY = Map.of(
            "US", NORTH_AMERICA,
            "CA", NORTH_AMERICA,
            "GB", new Range("44", "0", "7700900xxx"),
            "AU", new Range("61", "0", "25550xxxx"),
            "FR", new Range("33", "0", "63998xxxx"),
            "DE", new Range("49", "0", "3023125xxx"),
            "IE", new Range("353", "0", "2091xxxxx"),
            "SE", new Range("46", "0", "8465004xx"));

    private static final int FEWEST_DIGITS = 5;

    private Phones() {}

    static String write(String country, String template, Numbers numbers) {
        Range range = BY_COUNTRY.getOrDefault(country, ANYWHERE);
        String number = number(range.pattern(), numbers);
        int digits = Layout.digits(template);
        boolean readable = digits >= FEWEST_DIGITS && template.chars().noneMatch(Character::isLetter);
        if (!readable) {
            return range.code().isEmpty() ? range.trunk() + number : "+" + range.code() + " " + number;
        }
        boolean abroad = template.strip().startsWith("+") && !range.code().isEmpty();
        boolean america = range.equals(NORTH_AMERICA);
        boolean trunk = !america || digits > number.length();
        String whole = (abroad ? range.code() : trunk ? range.trunk() : "") + number;
        int missing = digits - whole.length();
        // A number without its area code is its end; any other that is short stays in the range by its beginning.
        String cut =
                america ? whole.substring(Math.max(0, -missing)) : whole.substring(0, Math.min(digits, whole.length()));
        String fitted = missing > 0 ? whole + numbers.random().digits(missing) : cut;
        return Layout.fill(template, fitted);
    }

    private static String number(String pattern, Numbers numbers) {
        long capacity = 1;
        for (int i = 0; i < pattern.length(); i++) {
            capacity *= radix(pattern.charAt(i));
        }
        long left = numbers.below(capacity);
        StringBuilder number = new StringBuilder(pattern);
        for (int i = 0; i < number.length(); i++) {
            int radix = radix(pattern.charAt(i));
            if (radix > 1) {
                number.setCharAt(i, (char) ('0' + left % radix));
                left /= radix;
            }
        }
        return number.toString();
    }

    private static int radix(char c) {
        return c == 'x' ? 10 : c == 'b' ? 2 : 1;
    }
}

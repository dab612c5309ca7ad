package io.understudy.codec.form;

import java.util.Set;

/** What may stand around a number. */
final class Affix {
    private static final Set<String> CURRENCIES = Set.of(
            "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
            "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "BRL", "MXN", "ARS", "CLP", "COP", "ZAR", "ILS", "AED", "SAR",
            "KRW", "SGD", "HKD", "TWD", "THB", "MYR", "IDR", "PHP", "VND", "NGN", "KES", "EGP", "Rs", "Rs.", "kr",
            "kr.", "Fr.", "Lt", "RM");
    private static final int MOST_LETTERS = 2;
    private static final int LONGEST_UNIT = 8;

    private Affix() {}

    static boolean blank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    /** Whether a text may stand before a number: a currency, with at most one blank after it. */
    static boolean head(String text) {
        int end = text.length();
        if (end > 0 && blank(text.charAt(end - 1))) {
            end--;
            if (end == 0) {
                return false;
            }
        }
        return end == 0 || currency(text.substring(0, end));
    }

    private static boolean currency(String word) {
        int last = word.length() - 1;
        if (Character.getType(word.charAt(last)) != Character.CURRENCY_SYMBOL) {
            return CURRENCIES.contains(word);
        }
        for (int i = 0; i < last; i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return last <= MOST_LETTERS;
    }

    /** Whether a text may stand after a number: a currency, a percent sign or a short unit, with at most one blank before. */
    static boolean tail(String text) {
        int start = !text.isEmpty() && blank(text.charAt(0)) ? 1 : 0;
        int length = text.length() - start;
        if (length == 0) {
            return start == 0;
        }
        if (length > LONGEST_UNIT) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '%' || c == '\u2030' || c == '\u00B0' || (c == '.' && i == text.length() - 1);
            if (!sign && !Character.isLetter(c) && Character.getType(c) != Character.CURRENCY_SYMBOL) {
                return false;
            }
        }
        return text.charAt(start) != '.';
    }
}

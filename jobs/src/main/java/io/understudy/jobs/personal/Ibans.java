package io.understudy.jobs.personal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Account numbers (ISO 13616) whose check digits are right and whose bank there is not: its code is all nines, or all X
 * where it is made of letters.
 */
final class Ibans {
    /** Country, length of the bank code (letters are marked a), digits after it. */
    private static final Map<String, String[]> FORMS = forms(
            "AT 5 11,BE 3 9,BG 4a 14,CH 5 12,CY 8 16,CZ 4 16,DE 8 10,DK 4 10,"
                    + "EE 2 14,ES 8 12,FI 3 11,FR 10 13,GB 4a 14,GR 7 16,HR 7 10,HU 7 17,IE 4a 14,IS 4 18,IT 1a 22,LI 5 12,"
                    + "LT 5 11,LU 3 13,LV 4a 13,MT 4a 23,NL 4a 10,NO 4 7,PL 8 16,PT 8 13,RO 4a 16,SE 3 17,SI 5 10,SK 4 16,TR 5 17");

    private static final String[] NONE = {};
    private static final String FALLBACK = "DE";
    private static final int MOST_DIGITS = 17;

    private Ibans() {}

    private static Map<String, String[]> forms(String text) {
        Map<String, String[]> forms = new HashMap<>();
        for (String form : text.split(",", -1)) {
            String[] parts = form.split(" ", -1);
            forms.put(parts[0], parts);
        }
        return Map.copyOf(forms);
    }

    static String write(String country, String template, Numbers numbers) {
        String[] form = form(country, Layout.bare(template).toUpperCase(Locale.ROOT));
        int length = Integer.parseInt(form[2]);
        int free = Math.min(length, MOST_DIGITS);
        String account = "0".repeat(length - free) + numbers.digits(free);
        String rest = bank(form) + account;
        return Layout.grouped(form[0] + checkDigits(form[0], rest) + rest, template, 4);
    }

    /** That of the country the template begins with, if it is as long as that country's, else of the row's country. */
    private static String[] form(String country, String template) {
        String[] own = FORMS.getOrDefault(template.substring(0, Math.min(2, template.length())), NONE);
        if (own.length > 0 && template.length() == 4 + bank(own).length() + Integer.parseInt(own[2])) {
            return own;
        }
        return FORMS.getOrDefault(FORMS.containsKey(country) ? country : FALLBACK, NONE);
    }

    private static String bank(String[] form) {
        boolean letters = form[1].endsWith("a");
        int length = Integer.parseInt(form[1].replace("a", ""));
        return (letters ? "X" : "9").repeat(length);
    }

    private static String checkDigits(String country, String rest) {
        int remainder = 0;
        String moved = rest + country + "00";
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        int check = 98 - remainder;
        return check < 10 ? "0" + check : Integer.toString(check);
    }
}

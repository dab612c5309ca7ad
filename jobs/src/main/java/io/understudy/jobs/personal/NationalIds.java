package io.understudy.jobs.personal;

/** Numbers of persons in the shape of the column's own; those shaped like a US social security number begin with 9, which none does. */
final class NationalIds {
    private static final int MOST_DIGITS = 18;
    private static final String US = "\\d{3}-\\d{2}-\\d{4}";

    private NationalIds() {}

    static String write(String template, Numbers numbers) {
        boolean us = template.matches(US);
        int all = Layout.digits(template) - (us ? 1 : 0);
        if (all <= 0) {
            return template;
        }
        int digits = Math.min(MOST_DIGITS, all);
        String number = numbers.random().digits(all - digits) + numbers.digits(digits);
        return Layout.fill(template, us ? "9" + number : number);
    }
}

package io.understudy.jobs.quickstart;

import io.understudy.jobs.quickstart.Draws.Stream;
import java.util.Locale;

/** One row of the table: a pure function of (seed, row). */
record Claim(long row, Contract contract, Incident incident, Settlement settlement) {
    /** Rows come in cohorts, so that who claims does not depend on how many rows there are. */
    private static final int ROWS_PER_COHORT = 1_200;

    private static final int CUSTOMERS_PER_COHORT = 500;
    private static final double TOWARDS_FREQUENT_CLAIMANTS = 1.5;

    static Claim of(long seed, long row) {
        Contract contract = Contract.of(seed, claimant(seed, row));
        Incident incident = Incident.of(seed, row, contract);
        return new Claim(row, contract, incident, Settlement.of(seed, row, contract, incident));
    }

    /** CLM, year of the report, number of the row in seven digits or more, and Luhn's check digit over those digits. */
    String id() {
        String digits =
                String.format(Locale.ROOT, "%d%07d", incident.report().at().getYear(), row + 1);
        return "CLM-" + digits.substring(0, 4) + "-" + digits.substring(4) + "-" + luhn(digits);
    }

    /** Each customer of a cohort claims once; the cohort's other rows go to random ones, more often to some. */
    private static long claimant(long seed, long row) {
        long first = row / ROWS_PER_COHORT * CUSTOMERS_PER_COHORT;
        int position = (int) (row % ROWS_PER_COHORT);
        if (position < CUSTOMERS_PER_COHORT) {
            return first + position;
        }
        double uniform = new Draws(seed, Stream.CLAIMANT, row).uniform();
        return first + (long) (CUSTOMERS_PER_COHORT * StrictMath.pow(uniform, TOWARDS_FREQUENT_CLAIMANTS));
    }

    /** The digit that makes the sum of all digits, every second one from the right doubled, a multiple of ten. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighed = fromRight % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10;
    }
}

package io.understudy.jobs.quickstart;

import java.time.temporal.ChronoUnit;

/**
 * The planted law of fraud: rare, and high only where several conditions meet.
 *
 * <p>A model that keeps columns or pairs of columns alone cannot reproduce it. The three patterns may overlap; the
 * highest probability counts.
 */
final class FraudLaw {
    static final int NEW_POLICY_DAYS = 150;
    static final double HIGH_AMOUNT = 3_000;
    static final double LOW_INCOME = 24_000;
    static final int LOW_SCORE = 600;
    static final double SHARE_OF_INCOME = 0.1;
    static final double LITTLE_VALUE = 5_000;
    static final int SLOW_REPORT_HOURS = 24;

    private static final double STAGED = 0.7;
    private static final double DISTRESSED = 0.25;
    private static final double DISPOSED = 0.4;
    private static final double ANY = 0.005;

    private FraudLaw() {}

    /** Probability that a claim of this amount is fraudulent. */
    static double probability(Contract contract, Incident incident, double amount) {
        if (staged(contract, incident, amount)) {
            return STAGED;
        }
        if (disposed(contract, incident)) {
            return DISPOSED;
        }
        return distressed(contract.customer().finances(), amount) ? DISTRESSED : ANY;
    }

    /** A new policy, a high amount, at night, nobody saw it and the police did not come. */
    private static boolean staged(Contract contract, Incident incident, double amount) {
        long days =
                ChronoUnit.DAYS.between(contract.policy().start(), incident.at().toLocalDate());
        return days < NEW_POLICY_DAYS
                && amount >= HIGH_AMOUNT
                && incident.atNight()
                && incident.report().witnesses() == 0
                && Boolean.FALSE.equals(incident.report().policeReport());
    }

    /** An old vehicle under full cover burns or vanishes, and the owner takes more than a day to say so. */
    private static boolean disposed(Contract contract, Incident incident) {
        boolean gone = incident.type() == IncidentType.THEFT || incident.type() == IncidentType.FIRE;
        return gone
                && contract.policy().type() != PolicyType.LIABILITY
                && contract.vehicle().valueIn(incident.at().getYear()) < LITTLE_VALUE
                && incident.report().at().isAfter(incident.at().plusHours(SLOW_REPORT_HOURS));
    }

    /** A stated low income and a low credit score together, and a claim worth weeks of that income. */
    private static boolean distressed(Finances finances, double amount) {
        return finances.incomeKnown()
                && finances.income() < LOW_INCOME
                && finances.creditScore() < LOW_SCORE
                && amount > SHARE_OF_INCOME * finances.income();
    }
}

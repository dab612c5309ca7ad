package io.understudy.jobs.quickstart;

import io.understudy.jobs.quickstart.Draws.Stream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed, whether it is a fraud, and what is paid: in cents, so that the sums are exact.
 *
 * @param paidCents max(0, amount - excess) if the claim was approved, otherwise null
 */
record Settlement(long amountCents, boolean fraud, @Nullable Long paidCents) {
    private static final double LEAST = 40;
    private static final double MOST = 1_500_000;
    private static final double INJURY = 0.15;
    private static final double INJURY_COST = 4_000;
    private static final double INJURY_TAIL = 1.5;

    static Settlement of(long seed, long row, Contract contract, Incident incident) {
        Draws draws = new Draws(seed, Stream.SETTLEMENT, row);
        double value = contract.vehicle().valueIn(incident.at().getYear());
        double amount = Math.max(LEAST, Math.min(MOST, damage(incident, value, draws) + injury(incident, draws)));
        long cents = StrictMath.round(amount * 100);
        boolean fraud = draws.chance(FraudLaw.probability(contract, incident, cents / 100.0));
        boolean approved = draws.chance(
                approval(incident.type().coveredBy(contract.policy().type()), fraud));
        long paid = Math.max(0, cents - 100L * contract.policy().excess());
        return new Settlement(cents, fraud, approved ? paid : null);
    }

    BigDecimal amount() {
        return BigDecimal.valueOf(amountCents, 2);
    }

    @Nullable
    BigDecimal paid() {
        return paidCents == null ? null : BigDecimal.valueOf(paidCents, 2);
    }

    private static double damage(Incident incident, double value, Draws draws) {
        return incident.severity() == Severity.TOTAL_LOSS
                ? value * draws.between(0.85, 1.05)
                : draws.logNormal(
                        incident.type().cost(value) * incident.severity().factor(), 0.4);
    }

    /** Some grave collisions hurt people; the cost of that has a Pareto tail and no bearing on the vehicle. */
    private static double injury(Incident incident, Draws draws) {
        boolean grave = incident.severity().compareTo(Severity.MAJOR) >= 0;
        return grave && incident.type() == IncidentType.COLLISION && draws.chance(INJURY)
                ? INJURY_COST * draws.pareto(INJURY_TAIL)
                : 0;
    }

    private static double approval(boolean covered, boolean fraud) {
        if (!covered) {
            return 0;
        }
        return fraud ? 0.6 : 0.96;
    }
}

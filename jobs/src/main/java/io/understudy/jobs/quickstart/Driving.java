package io.understudy.jobs.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * How much and how a customer drives.
 *
 * <p>The risk is not a column: it makes incidents more severe, and only those who drive with a telematics box reveal it.
 *
 * @param risk about standard normal, higher below the age of 25 and above 74
 * @param annualMileage kilometres a year, rounded to 100; null where it was not stated
 * @param score telematics score, 0 (worst) to 100, or null without a box
 * @param braking harsh brakings per 100 km, or null without a box
 */
record Driving(
        double risk,
        @Nullable Integer annualMileage,
        @Nullable Double score,
        @Nullable Float braking) {
    private static final int FIRST_YEAR_WITH_BOX = 2012;
    private static final double MILEAGE_UNKNOWN = 0.09;

    static Driving draw(Customer customer, Vehicle vehicle, Draws draws) {
        int age = customer.person().age();
        double risk = draws.normal() + (age < 25 ? 0.9 : age > 74 ? 0.6 : 0);
        Integer mileage = mileage(customer, draws);
        boolean box = vehicle.year() >= FIRST_YEAR_WITH_BOX && draws.chance(age < 30 ? 0.6 : 0.3);
        return box
                ? new Driving(risk, mileage, score(risk, draws), braking(risk, draws))
                : new Driving(risk, mileage, null, null);
    }

    private static @Nullable Integer mileage(Customer customer, Draws draws) {
        double atWork = customer.person().age() > 66 ? 0.55 : 1;
        double kilometres = draws.logNormal(
                13_000 * atWork * customer.home().place().region().distance(), 0.4);
        return draws.chance(MILEAGE_UNKNOWN) ? null : 100 * (int) Math.min(990, kilometres / 100);
    }

    private static double score(double risk, Draws draws) {
        double fault = 0.8 * risk - 1.2 + 0.4 * draws.normal();
        return StrictMath.round(1000 / (1 + StrictMath.exp(fault))) / 10.0;
    }

    private static float braking(double risk, Draws draws) {
        return (float) draws.logNormal(1.5 * StrictMath.exp(0.5 * risk), 0.3);
    }
}

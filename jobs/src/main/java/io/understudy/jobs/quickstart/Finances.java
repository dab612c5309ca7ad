package io.understudy.jobs.quickstart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a customer earns a year, in cents, whether the insurer was told, and how lenders score the customer.
 *
 * <p>Income is log-normal around a median that depends on the region and peaks at the age of 50. One stated income in
 * four is rounded to 500. The score rises with income and age; {@link #UNKNOWN_SCORE} stands for none.
 */
record Finances(long incomeCents, boolean incomeKnown, short creditScore) {
    static final short UNKNOWN_SCORE = 999;

    private static final double MEDIAN = 39_000;
    private static final double SIGMA = 0.42;
    private static final double ROUNDED = 0.25;
    private static final double ROUND_TO = 500;

    static Finances draw(Person person, Region region, Draws draws) {
        double income = income(person.age(), region, draws);
        boolean known = !draws.chance(person.age() < 25 || person.age() > 70 ? 0.1 : 0.04);
        return new Finances(StrictMath.round(income * 100), known, score(person.age(), income, draws));
    }

    /** The income as stated, or null. */
    @Nullable
    BigDecimal statedIncome() {
        return incomeKnown ? BigDecimal.valueOf(incomeCents, 2) : null;
    }

    /** Units of currency a year, known to the insurer or not. */
    double income() {
        return incomeCents / 100.0;
    }

    private static double income(int age, Region region, Draws draws) {
        double fromPeak = (age - 50) / 45.0;
        double income = draws.logNormal(MEDIAN * region.income() * (1 - 0.75 * fromPeak * fromPeak), SIGMA);
        return draws.chance(ROUNDED) ? ROUND_TO * StrictMath.ceil(income / ROUND_TO) : income;
    }

    private static short score(int age, double income, Draws draws) {
        if (draws.chance(age < 24 ? 0.25 : 0.05)) {
            return UNKNOWN_SCORE;
        }
        double score = 640 + 85 * StrictMath.log(income / MEDIAN) + 1.2 * (age - 45) + 50 * draws.normal();
        return (short) Math.max(300, Math.min(850, score));
    }
}

package io.understudy.jobs.quickstart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A contract's first day, its cover and the excess that the customer bears of each claim. */
record Policy(LocalDate start, PolicyType type, int excess) {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 9, 30);
    private static final int ADULT = 18;
    private static final List<Integer> EXCESSES = List.of(0, 100, 250, 500, 1000);

    /** A policy starts at 18 at the earliest. */
    static LocalDate start(Person person, Draws draws) {
        LocalDate adult = person.birthDate().plusYears(ADULT);
        return draws.day(adult.isAfter(FIRST) ? adult : FIRST, LAST);
    }

    static Policy draw(Person person, Vehicle vehicle, LocalDate start, Draws draws) {
        double value = vehicle.valueIn(start.getYear());
        PolicyType type = draws.pick(PolicyType.ALL, candidate -> demand(candidate, value));
        int usual = type.usualExcess() * (person.ageOn(start) < 25 ? 2 : 1);
        return new Policy(start, type, draws.pick(EXCESSES, excess -> nearness(excess, usual)));
    }

    String typeLabel() {
        return type.label();
    }

    BigDecimal excessAmount() {
        return BigDecimal.valueOf(excess).setScale(2);
    }

    /** Full cover is for vehicles worth more than about 9,000, liability alone for those worth less than 5,000. */
    private static double demand(PolicyType type, double value) {
        return switch (type) {
            case LIABILITY -> 0.05 + 1.2 / (1 + StrictMath.exp((value - 5_000) / 900));
            case PARTIAL -> 0.5;
            case COMPREHENSIVE -> 0.08 + 1.6 / (1 + StrictMath.exp((9_000 - value) / 1_500));
        };
    }

    private static double nearness(int excess, int usual) {
        double ratio = StrictMath.log((excess + 50.0) / (usual + 50.0));
        return StrictMath.exp(-2.5 * ratio * ratio);
    }
}

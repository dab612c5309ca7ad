package io.understudy.jobs.quickstart;

import java.util.List;
import java.util.Locale;

/** What happened: how often it does, when, and what it costs as a fixed sum and as a share of the vehicle's value. */
enum IncidentType {
    COLLISION(40, Rhythm.COMMUTE, 500, 0.24),
    GLASS(18, Rhythm.DAYLIGHT, 320, 0.005),
    THEFT(11, Rhythm.NIGHT, 250, 0.62),
    VANDALISM(10, Rhythm.NIGHT, 300, 0.05),
    WEATHER(9, Rhythm.STORM, 400, 0.11),
    ANIMAL(7, Rhythm.DUSK, 450, 0.13),
    FIRE(3, Rhythm.NIGHT, 800, 0.50);

    static final List<IncidentType> ALL = List.of(values());
    private static final double CLAIMED_WITHOUT_COVER = 0.1;

    private final double frequency;
    private final Rhythm rhythm;
    private final double fixedCost;
    private final double costShare;

    IncidentType(double frequency, Rhythm rhythm, double fixedCost, double costShare) {
        this.frequency = frequency;
        this.rhythm = rhythm;
        this.fixedCost = fixedCost;
        this.costShare = costShare;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Usual cost of a moderate incident to a vehicle of this value. */
    double cost(double value) {
        return fixedCost + costShare * value;
    }

    boolean coveredBy(PolicyType type) {
        return switch (type) {
            case LIABILITY -> this == COLLISION;
            case PARTIAL -> this != VANDALISM;
            case COMPREHENSIVE -> true;
        };
    }

    /** Relative frequency among the claims of a contract. */
    double frequency(Contract contract) {
        boolean rural = contract.customer().home().place().region().rural();
        double local = switch (this) {
            case THEFT -> contract.vehicle().model().appeal() * (rural ? 0.6 : 1.3);
            case VANDALISM -> rural ? 0.4 : 1.4;
            case ANIMAL -> rural ? 2.2 : 0.3;
            case COLLISION, GLASS, WEATHER, FIRE -> 1;
        };
        return frequency * local * (coveredBy(contract.policy().type()) ? 1 : CLAIMED_WITHOUT_COVER);
    }
}

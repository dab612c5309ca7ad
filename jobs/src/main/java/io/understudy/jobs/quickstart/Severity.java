package io.understudy.jobs.quickstart;

import java.util.List;
import java.util.Locale;

/** How bad an incident was, in ascending order, and how its cost compares with a moderate one's. */
enum Severity {
    MINOR(0.4),
    MODERATE(1),
    MAJOR(2.3),
    TOTAL_LOSS(1);

    static final List<Severity> ALL = List.of(values());

    private final double factor;

    Severity(double factor) {
        this.factor = factor;
    }

    /** Cost relative to a moderate incident's; of no meaning for a total loss, which costs the vehicle's value. */
    double factor() {
        return factor;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Relative frequency for a type of incident, after dark or not, at a driver's risk. */
    double frequency(IncidentType type, boolean dark, double risk) {
        boolean burning = type == IncidentType.FIRE;
        boolean moving = type == IncidentType.COLLISION || type == IncidentType.ANIMAL;
        double danger = moving ? StrictMath.exp(0.45 * risk + (dark ? 0.6 : 0)) : 1;
        return switch (this) {
            case MINOR -> type == IncidentType.GLASS ? 80 : burning ? 10 : 45;
            case MODERATE -> type == IncidentType.GLASS ? 19 : 38;
            case MAJOR -> type == IncidentType.GLASS ? 1 : 13 * danger;
            case TOTAL_LOSS -> type == IncidentType.GLASS ? 0 : burning ? 25 : 3 * danger * danger;
        };
    }
}

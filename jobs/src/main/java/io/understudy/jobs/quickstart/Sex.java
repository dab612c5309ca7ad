package io.understudy.jobs.quickstart;

import java.util.List;

/** The sex a customer states. */
enum Sex {
    F(0.478),
    M(0.512),
    X(0.010);

    static final List<Sex> ALL = List.of(values());

    private final double share;

    Sex(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }
}

package io.understudy.check.attack;

import io.understudy.check.Finding;

/** What all attacks have in common. */
final class Attacks {
    static final String NAME = "privacy";

    private Attacks() {}

    /** The confidence of each of some intervals that hold all together with the given one (Bonferroni). */
    static double each(double confidence, int intervals) {
        return 1 - (1 - confidence) / Math.max(1, intervals);
    }

    /** How many attacks of a kind were made: too few decide nothing. */
    static Finding count(String attack, long made) {
        return new Finding(NAME, "attacks", attack, made, made, made, made);
    }
}

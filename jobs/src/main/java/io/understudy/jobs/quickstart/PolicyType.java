package io.understudy.jobs.quickstart;

import java.util.List;
import java.util.Locale;

/** What a policy covers, in ascending order. */
enum PolicyType {
    LIABILITY(0),
    PARTIAL(150),
    COMPREHENSIVE(400);

    static final List<PolicyType> ALL = List.of(values());

    private final int excess;

    PolicyType(int excess) {
        this.excess = excess;
    }

    /** Excess around which customers of this type choose theirs. */
    int usualExcess() {
        return excess;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.understudy.jobs.job;

import java.util.Optional;

/** What a person says about one column against the profile's proposal; an absent kind keeps the proposal. */
public record ColumnOverride(Optional<Kind> kind, Role role) {

    /** What the values of a column mean. */
    public enum Kind {
        CATEGORY,
        ORDINAL,
        NUMBER,
        IDENTIFIER,
        TEXT
    }

    /** What becomes of a column in the synthetic table. */
    public enum Role {
        SYNTHESISE,
        DROP,
        /** Passed on as it is in the real rows; the others are drawn given these. */
        KEEP
    }
}

package io.understudy.jobs.job;

import java.util.Optional;

/**
 * What a person says about one column against the profile's proposal; an absent kind keeps the proposal.
 *
 * @param rare     what becomes of rare texts of a category; absent where they are resampled
 * @param extremes what becomes of the smallest and largest value
 */
public record ColumnOverride(Optional<Kind> kind, Role role, Optional<Rare> rare, Extremes extremes) {

    public ColumnOverride(Optional<Kind> kind, Role role) {
        this(kind, role, Optional.empty(), Extremes.PROTECT);
    }

    /** What takes the place of texts that fewer than k rows have. */
    public enum Rare {
        REPLACE,
        RESAMPLE,
        KEEP_SHAPE
    }

    /** Whether the smallest and the largest value are released as they are. */
    public enum Extremes {
        PROTECT,
        KEEP
    }

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
        DROP
    }
}

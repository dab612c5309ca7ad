package io.understudy.jobs.job;

import java.util.Optional;

/**
 * What a person says about one column against the profile's proposal; what is absent keeps the proposal.
 *
 * @param rare      what becomes of rare texts of a category; absent where they are resampled
 * @param extremes  what becomes of the smallest and largest value
 * @param treatment what is done with its values; personal columns are faked where nothing is said
 */
public record ColumnOverride(
        Optional<Kind> kind, Role role, Optional<Rare> rare, Extremes extremes, Optional<Treatment> treatment) {

    /** With extremes protected and nothing else said. */
    public ColumnOverride(Optional<Kind> kind, Role role) {
        this(kind, role, Optional.empty(), Extremes.PROTECT, Optional.empty());
    }

    /** With extremes protected and nothing said of rare values. */
    public ColumnOverride(Optional<Kind> kind, Role role, Optional<Treatment> treatment) {
        this(kind, role, Optional.empty(), Extremes.PROTECT, treatment);
    }

    /** Whether the column leaves the table. */
    public boolean dropped() {
        return role == Role.DROP
                || treatment.filter(asked -> asked.way() == Treatment.Way.DROP).isPresent();
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
        DATE,
        TIMESTAMP,
        BOOLEAN,
        IDENTIFIER,
        TEXT,
        NAME,
        EMAIL,
        PHONE,
        ADDRESS,
        IBAN,
        CARD,
        NATIONAL_ID,
        IP
    }

    /** What becomes of a column in the synthetic table. */
    public enum Role {
        SYNTHESISE,
        DROP,
        /** Passed on as it is in the real rows; the others are drawn given these. */
        KEEP
    }
}

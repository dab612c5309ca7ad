package io.understudy.jobs.job;

import java.util.List;

/** What of the input's own rows is published. */
public sealed interface RealRows {
    /** Not one: every row is drawn. */
    static RealRows none() {
        return new Absent();
    }

    /** Whether real rows are published. */
    default boolean any() {
        return true;
    }

    /** Every row is drawn. */
    record Absent() implements RealRows {
        @Override
        public boolean any() {
            return false;
        }
    }

    /**
     * All rows that the model was fitted to, as they are, and synthetic ones beside them.
     *
     * @param provenance the name of a column that says of each row which it is
     */
    record Augmented(String provenance) implements RealRows {
        /** What the column says of rows of the input. */
        public static final String REAL = "real";
        /** What the column says of rows that were drawn. */
        public static final String SYNTHETIC = "synthetic";
    }

    /**
     * All rows of the input, with what is missing drawn given what is there.
     *
     * @param columns whose missing cells are filled; none where all are
     */
    record Imputed(List<String> columns) implements RealRows {
        public Imputed {
            columns = List.copyOf(columns);
        }
    }
}

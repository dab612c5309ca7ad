package io.understudy.model.bayes;

/** No value of a column is frequent enough for its rows to be learned apart. */
public final class NoSegmentsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long least;

    NoSegmentsException(int variable, long least) {
        super("no code of variable " + variable + " has " + least + " rows");
        this.least = least;
    }

    /** Rows that a value must have. */
    public long least() {
        return least;
    }
}

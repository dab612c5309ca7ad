package io.understudy.check.task;

/** How well a model predicts, or how unequally: one number from what it predicted for rows that it was not trained on. */
public interface Score {

    /** Its name in findings. */
    String metric();

    /**
     * The score, NaN where it is undefined.
     *
     * @param weights how often each row counts, one a row
     */
    double of(Predicted predicted, int[] weights);

    /** The lowest that it can be. */
    default double least() {
        return 0;
    }

    /** The highest that it can be. */
    default double most() {
        return 1;
    }
}

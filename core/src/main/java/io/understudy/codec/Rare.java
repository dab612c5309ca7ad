package io.understudy.codec;

/** What becomes of texts of a column of labels that fewer than k rows have. */
public enum Rare {
    /** A frequent text takes their place, drawn by weight. */
    RESAMPLE,
    /** One neutral word takes the place of all. */
    REPLACE,
    /** Made-up texts of their shape take their place. */
    KEEP_SHAPE
}

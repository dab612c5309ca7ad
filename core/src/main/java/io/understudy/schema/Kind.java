package io.understudy.schema;

/** What a column means to a statistician: it decides the codec, the distance and the checks that apply. */
public enum Kind {
    /** Unordered labels. */
    CATEGORY,
    /** Labels or small numbers with a meaningful order. */
    ORDINAL,
    /** A measured quantity. */
    NUMBER,
    /** A calendar day. */
    DATE,
    /** A point in time. */
    TIMESTAMP,
    /** True or false. */
    BOOLEAN,
    /** A value that names one row or entity; never modelled, always regenerated. */
    IDENTIFIER,
    /** Mostly unique text; only its shape is learned. */
    TEXT;

    /** Whether differences between values mean something. */
    public boolean ordered() {
        return this == ORDINAL || this == NUMBER || this == DATE || this == TIMESTAMP;
    }

    /** Whether the values carry information that a model can learn and a check can compare. */
    public boolean modelled() {
        return this != IDENTIFIER && this != TEXT;
    }
}

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
    TEXT,
    /** The name of a person. */
    NAME,
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** Where a person lives: street, house, postcode or all of it. */
    ADDRESS,
    /** An international bank account number (ISO 13616). */
    IBAN,
    /** A payment card number (ISO/IEC 7812). */
    CARD,
    /** A number that a state gives to a person. */
    NATIONAL_ID,
    /** An address of the internet protocol, version 4 or 6. */
    IP;

    /** Whether differences between values mean something. */
    public boolean ordered() {
        return this == ORDINAL || this == NUMBER || this == DATE || this == TIMESTAMP;
    }

    /** Whether the values carry information that a model can learn and a check can compare. */
    public boolean modelled() {
        return this != IDENTIFIER && this != TEXT && !personal();
    }

    /** Whether a value leads to a person by itself; never modelled, always treated. */
    public boolean personal() {
        return compareTo(NAME) >= 0;
    }
}

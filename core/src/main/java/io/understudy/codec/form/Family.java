package io.understudy.codec.form;

import java.io.Serializable;

/** Texts that one form could have written, as far as a single text tells; equal families are read alike. */
public sealed interface Family extends Serializable permits NumberFamily, TimeFamily {

    /** The key of a text, {@link Form#NONE} where it is not of this family. */
    long parse(String text);
}

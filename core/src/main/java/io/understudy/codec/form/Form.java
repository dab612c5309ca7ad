package io.understudy.codec.form;

import io.understudy.schema.ColumnType;
import java.io.Serializable;

/**
 * A format in which a column of texts holds numbers, days or times.
 *
 * <p>Law: a text fits if and only if {@code write(parse(text)).equals(text)}. Texts of the same family that differ from
 * the form in something that does not change the value, such as a digit more after the point, are read all the same.
 */
public sealed interface Form extends Serializable permits NumberForm, TimeForm {

    /** What {@link #parse} answers where a text is not of this form's family; no text has this key. */
    long NONE = Long.MIN_VALUE;

    /** What the keys stand for: a double, a date or a timestamp. */
    ColumnType type();

    /** Which texts are read. */
    Family family();

    /** The format for a person to read: {@code $#,##0.00}, {@code dd/MM/yyyy}. */
    String pattern();

    /** The text of a key. */
    String write(long key);

    /** The key that a text stands for, or {@link #NONE}. */
    default long parse(String text) {
        return family().parse(text);
    }

    /** Whether a text is written exactly as this form writes it. */
    default boolean fits(String text) {
        long key = parse(text);
        return key != NONE && write(key).equals(text);
    }
}

package io.understudy.codec.form;

/** Receives what a text can be read as. */
public interface Readings {

    /**
     * A way to read the text.
     *
     * @param layout what the text shows of the format beyond its family, packed
     * @param key    the value
     */
    void read(Family family, long layout, long key);

    /** The text is a number of more than one digit that begins with zero: a code, whose zeros must stay. */
    void leadingZero();
}

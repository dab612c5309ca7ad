package io.understudy.domain;

import java.io.Serializable;

/**
 * One coded variable; its codes are {@code 0 .. size-1}.
 *
 * @param name    unique within a domain
 * @param size    number of codes, at least 1
 * @param ordered whether the order of the codes means something
 * @param missing whether code 0 stands for a missing value
 */
public record Variable(String name, int size, boolean ordered, boolean missing) implements Serializable {
    public Variable {
        if (size < 1) {
            throw new IllegalArgumentException("variable " + name + " must have at least one code, got " + size);
        }
    }

    /** A variable without order or missing values. */
    public static Variable nominal(String name, int size) {
        return new Variable(name, size, false, false);
    }

    /** A variable with an order and without missing values. */
    public static Variable ordinal(String name, int size) {
        return new Variable(name, size, true, false);
    }
}

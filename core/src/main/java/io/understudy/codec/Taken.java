package io.understudy.codec;

import io.understudy.random.Hash;
import java.io.Serializable;

/** What must not be made up in a column because a real row has it. May name a few values that no row has, leaves none out. */
@FunctionalInterface
public interface Taken extends Serializable {
    /** Nothing is taken. */
    Taken NOTHING = hash -> false;

    /** Whether the value of this hash is taken. */
    boolean holds(long hash);

    default boolean text(String text) {
        return holds(hash(text));
    }

    default boolean key(long key) {
        return holds(hash(key));
    }

    /** The hash by which a text is known. */
    static long hash(String text) {
        return Hash.of(text);
    }

    /** The hash by which a key is known. */
    static long hash(long key) {
        return Hash.mix(key);
    }
}

package io.understudy.codec;

import io.understudy.codec.personal.Trait;
import io.understudy.stat.Cells;
import io.understudy.stat.DyadicCounts;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * What one pass has learned about the texts of a column beside which there are.
 *
 * @param shapes counted {@linkplain Shape shapes}, by hash and with the shape as label
 * @param forms  numbers, days and times that the texts can be read as
 * @param traits rows whose text has each {@link Trait}, in their order
 */
public record TextCounts(Cells shapes, FormCounts forms, List<Long> traits) implements Serializable {
    /** Of a column that holds no texts. */
    public static final TextCounts NONE = new TextCounts(
            new DyadicCounts(2).cells(), FormCounts.NONE, Collections.nCopies(Trait.values().length, 0L));

    public TextCounts {
        traits = List.copyOf(traits);
    }

    /** Rows whose text has a trait. */
    long rows(Trait trait) {
        return trait.rows(traits);
    }
}

package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import java.io.Serializable;

/**
 * Turns the values of one column into codes and back.
 *
 * <p>Codes are {@code 0 .. variable().size()-1}; code 0 stands for missing where {@code variable().missing()}. Where the
 * column was never, or in fewer than k rows, missing in training there is no such code: missing cells then take the code
 * that is most frequent.
 *
 * <p>Laws: every value has a code, also one never seen. A decoded row is a function of its code, its bits, its index,
 * the key, what is taken and how many rows there are. Encoding what was decoded gives the code back, except where a code stands for values that are not to be shown.
 * No codec holds a value that fewer than k rows have.
 *
 * <p>Codecs are immutable. Each can be taken apart into a record of plain arrays and texts and put together again from
 * it, so that a model can be stored in a form that a person can read and that runs nothing when it is loaded.
 */
public sealed interface Codec extends Serializable
        permits AbsentCodec, FormattedCodec, LabelCodec, OrderedCodec, ShapeCodec, UniqueCodec {

    Variable variable();

    /** Writes the codes of the first {@code rows} cells. */
    void encode(RawColumn from, int rows, int[] into);

    /** Makes up a value for each of the first {@code draws.rows()} codes, none that is taken where there is a choice. */
    RawColumn decode(int[] codes, Draws draws);

    /** Whether decoding makes up values that a real row could have by chance. */
    default boolean invents() {
        return false;
    }
}

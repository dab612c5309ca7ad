package io.understudy.codec;

import io.understudy.raw.RawColumn;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Encodes texts once a distinct value rather than once a row. */
final class TextCodes {
    private TextCodes() {}

    /**
     * Writes the code of every cell. A missing one has code 0: where there is no code for missing, that is the most
     * frequent text's.
     */
    static void encode(RawColumn.Texts from, int rows, int[] into, ToIntFunction<String> code) {
        int[] ids = from.ids();
        int[] codes = new int[from.vocabulary().length];
        Arrays.fill(codes, -1);
        for (int row = 0; row < rows; row++) {
            int id = ids[row];
            if (id >= 0 && codes[id] < 0) {
                codes[id] = code.applyAsInt(from.vocabulary()[id]);
            }
            into[row] = id < 0 ? 0 : codes[id];
        }
    }
}

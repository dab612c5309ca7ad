package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import java.util.Arrays;

/**
 * The codec of a column in which no value may be shown: none was seen, or only in fewer than k rows.
 *
 * @param name  of the column
 * @param keyed whether its cells are keys rather than texts
 */
public record AbsentCodec(String name, boolean keyed) implements Codec {

    @Override
    public Variable variable() {
        return new Variable(name, 1, false, true);
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        Arrays.fill(into, 0, rows, 0);
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        if (keyed) {
            RawColumn.Keyed column = draws.keyed();
            Arrays.fill(column.absent(), true);
            return column;
        }
        int[] ids = draws.room().ints(draws.rows());
        Arrays.fill(ids, -1);
        return new RawColumn.Texts(ids, new String[0]);
    }
}

package io.understudy.domain;

import io.understudy.random.RowNumbers;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A batch of coded rows, stored by column in the narrowest integers that hold the codes.
 *
 * <p>The {@linkplain #numbers numbers} of synthetic rows are their identity: the key of their random streams. Those of
 * source rows mean nothing and begin at 0.
 *
 * <p>Loops read a column into an {@code int[]} of their own with {@link #read}, once a block: a widening copy costs less
 * than a virtual call a cell.
 */
public final class Block implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BYTE_CODES = 1 << 8;
    private static final int CHAR_CODES = 1 << 16;

    private final RowNumbers numbers;
    private final int rows;
    /** Each a byte[] (codes below 256), a char[] (below 65,536) or an int[]. */
    private final Object[] columns;
    /** Stays where it is: a block that travels has none. */
    private final transient @Nullable Room room;

    private Block(RowNumbers numbers, Object[] columns, Room room) {
        this.numbers = numbers;
        this.rows = numbers.count();
        this.columns = columns;
        this.room = room;
    }

    /** A block of neighbouring rows of code 0 everywhere. */
    public static Block empty(Domain domain, long firstRow, int rows) {
        return empty(domain, RowNumbers.run(firstRow, rows));
    }

    /** A block of code 0 everywhere. */
    public static Block empty(Domain domain, RowNumbers numbers) {
        return of(domain, numbers, Room.NEW);
    }

    /** A block of any codes, to be written over, that lives as long as what else is in its room. */
    public static Block of(Domain domain, RowNumbers numbers, Room room) {
        Object[] columns = new Object[domain.width()];
        for (int v = 0; v < columns.length; v++) {
            columns[v] = narrowest(domain.size(v), numbers.count(), room);
        }
        return new Block(numbers, columns, room);
    }

    private static Object narrowest(int size, int rows, Room room) {
        if (size <= BYTE_CODES) {
            return room.bytes(rows);
        }
        return size <= CHAR_CODES ? room.chars(rows) : room.ints(rows);
    }

    /** Where to put what is worked out about these rows. */
    public Room room() {
        return room == null ? Room.NEW : room;
    }

    /** Which rows of their table these are. */
    public RowNumbers numbers() {
        return numbers;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many variables a row has. */
    public int width() {
        return columns.length;
    }

    /** One code. Convenient, and too slow for loops over rows: see {@link #read}. */
    public int code(int variable, int row) {
        Object column = columns[variable];
        if (column instanceof byte[] bytes) {
            return bytes[row] & 0xFF;
        }
        return column instanceof char[] chars ? chars[row] : ((int[]) column)[row];
    }

    /** Copies the codes of a variable to the start of {@code into}, which must hold {@link #rows()}; returns it. */
    public int[] read(int variable, int[] into) {
        Object column = columns[variable];
        if (column instanceof byte[] bytes) {
            for (int row = 0; row < rows; row++) {
                into[row] = bytes[row] & 0xFF;
            }
        } else if (column instanceof char[] chars) {
            for (int row = 0; row < rows; row++) {
                into[row] = chars[row];
            }
        } else {
            System.arraycopy((int[]) column, 0, into, 0, rows);
        }
        return into;
    }

    /** Sets the codes of a variable from the start of {@code codes}; each must be below the variable's size. */
    public void write(int variable, int[] codes) {
        Object column = columns[variable];
        if (column instanceof byte[] bytes) {
            for (int row = 0; row < rows; row++) {
                bytes[row] = (byte) codes[row];
            }
        } else if (column instanceof char[] chars) {
            for (int row = 0; row < rows; row++) {
                chars[row] = (char) codes[row];
            }
        } else {
            System.arraycopy(codes, 0, (int[]) column, 0, rows);
        }
    }

    /** The codes of all variables, shape (width, rows), widened: for code that needs many columns of a row at once. */
    public int[][] toArrays() {
        int[][] arrays = new int[columns.length][rows];
        for (int v = 0; v < arrays.length; v++) {
            read(v, arrays[v]);
        }
        return arrays;
    }

    /** The rows at the given positions, in that order, as a block of their own. */
    public Block select(int[] positions, int count) {
        Object[] selected = new Object[columns.length];
        for (int v = 0; v < selected.length; v++) {
            selected[v] = select(columns[v], positions, count);
        }
        return new Block(numbers.select(positions, count), selected, room());
    }

    private static Object select(Object column, int[] positions, int count) {
        if (column instanceof byte[] bytes) {
            byte[] to = new byte[count];
            for (int i = 0; i < count; i++) {
                to[i] = bytes[positions[i]];
            }
            return to;
        }
        if (column instanceof char[] chars) {
            char[] to = new char[count];
            for (int i = 0; i < count; i++) {
                to[i] = chars[positions[i]];
            }
            return to;
        }
        int[] to = new int[count];
        for (int i = 0; i < count; i++) {
            to[i] = ((int[]) column)[positions[i]];
        }
        return to;
    }
}

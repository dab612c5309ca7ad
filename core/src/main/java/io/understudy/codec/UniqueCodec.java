package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.stream.LongStream;

/**
 * The codec of whole numbers that name rows: only whether one is missing has a code.
 *
 * <p>Decoded numbers are distinct as long as the type has any. The range reaches from the smallest number
 * of as many digits as the k lowest identifiers have to the largest of as many as the k highest have; where all of its
 * numbers are taken, numbers of one digit more follow, as far as the type goes.
 */
public final class UniqueCodec implements Codec {
    private static final long serialVersionUID = 1L;
    private static final long DECIMAL = 10;

    private final Parts parts;
    private final NumberSeries series;

    /** How far numbers lie apart before their check digit is set. */
    private final long step;

    /**
     * All there is to know about a codec.
     *
     * @param variable with one code, or two if the column can be missing
     * @param low      lowest number that is written
     * @param high     highest number that is written as long as there are free ones
     * @param most     highest number that the type holds
     * @param check    what (nearly) all numbers of the training table satisfy
     */
    public record Parts(Variable variable, long low, long high, long most, KeyCheck check) implements Serializable {}

    private UniqueCodec(Parts parts) {
        this.parts = parts;
        step = parts.check() == KeyCheck.NONE ? 1 : DECIMAL;
        series = NumberSeries.of(parts.low() / step, parts.high() / step, parts.most() / step);
    }

    /** The codec that was stored in these parts. */
    public static UniqueCodec of(Parts parts) {
        return new UniqueCodec(parts);
    }

    /** Learns from counts in which at least k rows are not missing. */
    static UniqueCodec learn(ColumnCounts counts, Settings settings) {
        long most = most(counts.column().type());
        long first = kthLowest(counts.cells(), settings.k());
        long last = kthHighest(counts.cells(), settings.k());
        long low = first < 0 ? Math.max(-most, -largest(first)) : smallest(first);
        long high = last < 0 ? -smallest(last) : Math.min(most, largest(last));
        while (high - low >= 0 && high - low < counts.rows() && high < most) {
            low = Math.min(low, 1);
            high = Math.min(most, largest(high > Long.MAX_VALUE / DECIMAL ? most : DECIMAL * Math.max(1, high)));
        }
        boolean missing = counts.missing() >= settings.k();
        Variable variable = new Variable(counts.column().name(), missing ? 2 : 1, false, missing);
        return of(new Parts(variable, low, high, most, low > 0 ? KeyCheck.of(counts.cells(), true) : KeyCheck.NONE));
    }

    private static long kthLowest(Cells cells, long k) {
        long rows = 0;
        int i = -1;
        while (rows < k) {
            rows += cells.counts()[++i];
        }
        return cells.highs()[i];
    }

    private static long kthHighest(Cells cells, long k) {
        long rows = 0;
        int i = cells.size();
        while (rows < k) {
            rows += cells.counts()[--i];
        }
        return cells.lows()[i];
    }

    /** The smallest number with as many digits, which for one digit is 0. */
    private static long smallest(long number) {
        long power = power(number);
        return power == 1 ? 0 : power;
    }

    /** The largest number with as many digits. */
    private static long largest(long number) {
        long power = power(number);
        return power > Long.MAX_VALUE / DECIMAL ? Long.MAX_VALUE : DECIMAL * power - 1;
    }

    /** The highest power of ten that is not larger in size; 1 for 0. */
    private static long power(long number) {
        long power = 1;
        for (long rest = number / DECIMAL; rest != 0; rest /= DECIMAL) {
            power *= DECIMAL;
        }
        return power;
    }

    private static long most(ColumnType type) {
        if (type instanceof ColumnType.Whole whole && whole.bytes() < Long.BYTES) {
            return (1L << (Byte.SIZE * whole.bytes() - 1)) - 1;
        }
        if (type instanceof ColumnType.Decimal decimal) {
            return LongStream.generate(() -> DECIMAL).limit(decimal.precision()).reduce(1, (a, b) -> a * b) - 1;
        }
        return Long.MAX_VALUE;
    }

    /** What is stored of it: a range and a check, no list of values. */
    public Parts parts() {
        return parts;
    }

    @Override
    public Variable variable() {
        return parts.variable();
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        boolean[] absent = ((RawColumn.Keyed) from).absent();
        int present = parts.variable().missing() ? 1 : 0;
        for (int row = 0; row < rows; row++) {
            into[row] = absent[row] ? 0 : present;
        }
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        RawColumn.Keyed column = draws.keyed();
        int present = parts.variable().missing() ? 1 : 0;
        for (int row = 0; row < draws.rows(); row++) {
            column.absent()[row] = codes[row] < present;
            column.keys()[row] = codes[row] < present ? 0 : number(draws, draws.index(row));
        }
        return column;
    }

    private long number(Draws draws, long index) {
        long first = at(draws, index);
        long number = first;
        for (int attempt = 1; draws.taken().key(number); attempt++) {
            long next = Turns.number(attempt, index, draws.total(), series.usual());
            if (attempt == 2 * Turns.TRIES || !series.has(next)) {
                return first;
            }
            number = at(draws, next);
        }
        return number;
    }

    private long at(Draws draws, long index) {
        long number = series.at(draws.key(), index);
        return step == 1 ? number : Long.parseLong(parts.check().completed(Long.toString(step * number)));
    }

    @Override
    public boolean invents() {
        return true;
    }
}

package io.understudy.codec;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import io.understudy.schema.Kind;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The contract on columns of numbers that differ in what is hard about them. */
class OrderedCodecContractTest {
    private static final int K = 10;

    abstract static class Contract extends CodecContract {
        private final ColumnType type;
        private final RawColumn.Keyed training;

        Contract(ColumnType type, RawColumn.Keyed training) {
            this.type = type;
            this.training = training;
        }

        @Override
        Codec codec() {
            return Cases.learn(type, training, Kind.NUMBER, K);
        }

        @Override
        RawColumn training() {
            return training;
        }

        @Override
        RawColumn unseen() {
            long[] keys = {
                Long.MIN_VALUE, Long.MIN_VALUE + 1, -7, -1, 0, 1, 12_345, Long.MAX_VALUE - 1, Long.MAX_VALUE, 0
            };
            RawColumn.Keyed column = Cases.keys(keys);
            column.absent()[keys.length - 1] = true;
            return column;
        }

        @Override
        Codec rebuilt(Codec codec) {
            return OrderedCodec.of(((OrderedCodec) codec).parts());
        }
    }

    @Nested
    class FewWholeNumbers extends Contract {
        FewWholeNumbers() {
            super(Cases.LONG, Cases.missing(30, Cases.keys(1000, row -> row % 7)));
        }
    }

    @Nested
    class ManyWholeNumbersWithPointMasses extends Contract {
        ManyWholeNumbersWithPointMasses() {
            super(Cases.LONG, Cases.missing(500, Cases.keys(20_000, row -> row % 3 == 0 ? 0 : (row * 7919L) % 50_000)));
        }
    }

    @Nested
    class TheWholeRangeOfLongs extends Contract {
        TheWholeRangeOfLongs() {
            super(Cases.LONG, Cases.keys(5_000, row -> {
                long[] hard = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0};
                return row % 2 == 0 ? new Random(row).nextLong() : hard[row / 2 % hard.length];
            }));
        }
    }

    @Nested
    class RandomDoubles extends Contract {
        RandomDoubles() {
            super(Cases.DOUBLE, Cases.missing(15, Cases.doubles(30_000, row -> new Random(row).nextGaussian())));
        }
    }

    @Nested
    class TheWholeRangeOfDoubles extends Contract {
        TheWholeRangeOfDoubles() {
            super(Cases.DOUBLE, Cases.doubles(3_000, row -> {
                double[] hard = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, 0.0};
                double any = Keys.toDouble(new Random(row).nextLong());
                return row % 2 == 0 && !Double.isNaN(any) ? any : hard[row / 2 % hard.length];
            }));
        }
    }

    @Nested
    class FloatsOfTwoDigits extends Contract {
        FloatsOfTwoDigits() {
            super(Cases.FLOAT, Cases.keys(9_000, row -> Keys.ofFloat(new Random(row).nextInt(100_000) / 100f - 250f)));
        }
    }

    @Nested
    class Minutes extends Contract {
        Minutes() {
            super(
                    new ColumnType.Timestamp(),
                    Cases.keys(9_000, row -> 60_000_000L * (28_000_000L + new Random(row).nextInt(500_000))));
        }
    }

    @Nested
    class ManyMillions extends Contract {
        ManyMillions() {
            super(Cases.DOUBLE, Cases.doubles(60_000, row -> {
                Random random = new Random(row);
                return random.nextInt(10) < 3 ? 0 : 1e6 * random.nextDouble();
            }));
        }
    }

    @Nested
    class NoValueThatTenRowsHave extends Contract {
        NoValueThatTenRowsHave() {
            super(Cases.LONG, Cases.keys(1, 2, 3, 4, 5));
        }
    }

    @Nested
    class FiveOfEachOfTwoNeighbours extends Contract {
        FiveOfEachOfTwoNeighbours() {
            super(Cases.LONG, Cases.keys(10, row -> row % 2));
        }
    }
}

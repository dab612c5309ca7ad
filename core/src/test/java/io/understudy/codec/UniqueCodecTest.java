package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UniqueCodecTest {
    private static final int K = 10;

    abstract static class Contract extends CodecContract {
        private final RawColumn.Keyed training;

        Contract(RawColumn.Keyed training) {
            this.training = training;
        }

        @Override
        Codec codec() {
            return Cases.learn(Cases.LONG, training, Kind.IDENTIFIER, K);
        }

        @Override
        RawColumn training() {
            return training;
        }

        @Override
        RawColumn unseen() {
            return Cases.missing(1, Cases.keys(0, Long.MIN_VALUE, -1, Long.MAX_VALUE));
        }

        @Override
        Codec rebuilt(Codec codec) {
            return UniqueCodec.of(((UniqueCodec) codec).parts());
        }
    }

    @Nested
    class RunningNumbers extends Contract {
        RunningNumbers() {
            super(Cases.keys(1000, row -> row + 1));
        }
    }

    @Nested
    class SomeMissing extends Contract {
        SomeMissing() {
            super(Cases.missing(20, Cases.keys(1000, row -> 500_000 + 3L * row)));
        }
    }

    @Nested
    class TheWholeRange extends Contract {
        TheWholeRange() {
            super(Cases.keys(1000, row -> (row - 500) * (Long.MAX_VALUE / 500)));
        }
    }

    @Test
    void numbersAreDistinctAndKeepTheirDigits() {
        UniqueCodec codec = codec(Cases.LONG, Cases.keys(1000, row -> 500_000 + 3L * row));
        assertThat(codec.parts().low()).isEqualTo(100_000);
        assertThat(codec.parts().high()).isEqualTo(999_999);
        assertThat(LongStream.of(Cases.decodeKeys(codec, new int[50_000], 1)).distinct())
                .hasSize(50_000)
                .allMatch(number -> number >= 100_000 && number <= 999_999);
    }

    @Test
    void theRangeIsWideEnoughForTheRowsOfTheTable() {
        UniqueCodec codec = codec(Cases.LONG, Cases.keys(1000, row -> row + 1));
        assertThat(LongStream.of(Cases.decodeKeys(codec, new int[1000], 1)).distinct())
                .hasSize(1000);
        UniqueCodec bytes = codec(new ColumnType.Whole(1), Cases.keys(250, row -> row - 125));
        assertThat(bytes.parts().low()).isEqualTo(-127);
        assertThat(bytes.parts().high()).isEqualTo(127);
        UniqueCodec decimals = codec(new ColumnType.Decimal(3, 0), Cases.keys(990, row -> row + 5));
        assertThat(decimals.parts().high()).isEqualTo(999);
    }

    @Test
    void negativeNumbersStayNegative() {
        UniqueCodec codec = codec(Cases.LONG, Cases.keys(100, row -> -5000 - row));
        assertThat(codec.parts().low()).isEqualTo(-9999);
        assertThat(codec.parts().high()).isEqualTo(-1000);
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        UniqueCodec codec = codec(Cases.LONG, Cases.keys(100, row -> 100_000_000 + 7L * row));
        assertThat(Cases.decodeKeys(codec, new int[10], 1)).isNotEqualTo(Cases.decodeKeys(codec, new int[10], 2));
    }

    private static UniqueCodec codec(ColumnType type, RawColumn.Keyed column) {
        return (UniqueCodec) Cases.learn(type, column, Kind.IDENTIFIER, K);
    }
}

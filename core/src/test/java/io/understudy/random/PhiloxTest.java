package io.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxTest {

    /** Known answers of the Random123 distribution for philox4x32 with 10 rounds. */
    @Test
    void matchesKnownAnswers() {
        assertThat(permuted(0, 0, 0, 0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(permuted(-1, -1, -1, -1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(permuted(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void aFilledBlockHoldsTheBitsOfItsRowsOneByOne() {
        long seed = -5L << 30;
        long first = (1L << 40) - 3;
        long[] bits = new long[310];
        Philox.fill(seed, first, 9, bits, 300);
        for (int i = 0; i < 300; i++) {
            assertThat(Hash.uniform(bits[i])).isEqualTo(Philox.uniform(seed, first + i, 9));
        }
        assertThat(bits[300]).isZero();
    }

    @Test
    void theUpperHalfOfADrawMayBeHadAlone() {
        RowNumbers some = RowNumbers.run(1L << 33, 200).select(new int[] {0, 3, 4, 150, 199}, 5);
        long[] bits = new long[5];
        int[] upper = new int[5];
        Philox.fill(11, some, 7, bits);
        Philox.fillUpper(11, some, 7, upper);
        for (int row = 0; row < 5; row++) {
            assertThat(upper[row]).isEqualTo((int) (bits[row] >>> 32));
            assertThat(Philox.bits(11, some.at(row), 7)).isEqualTo(bits[row]);
        }
    }

    private static int[] permuted(int c0, int c1, int c2, int c3, int k0, int k1) {
        int[] x = {c0, c1, c2, c3};
        Philox.permute(x, k0, k1);
        return x;
    }
}

package io.understudy.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.random.Hash;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BloomFilterTest {
    private static final int KEYS = 50_000;

    private static BloomFilter filled(long from, long to, long expected, long maxBits) {
        BloomFilter filter = BloomFilter.of(expected, maxBits);
        LongStream.range(from, to).map(Hash::mix).forEach(filter::add);
        return filter;
    }

    private static double claimed(BloomFilter filter) {
        long strangers = 1_000_000;
        return (double) LongStream.range(-strangers, 0)
                        .map(Hash::mix)
                        .filter(filter::mayContain)
                        .count()
                / strangers;
    }

    @Test
    void noMemberIsDenied() {
        BloomFilter filter = filled(0, KEYS, KEYS, Long.MAX_VALUE);
        assertThat(LongStream.range(0, KEYS).map(Hash::mix)).allMatch(filter::mayContain);
    }

    @Test
    void strangersAreClaimedAsSeldomAsIsSaid() {
        assertThat(claimed(filled(0, KEYS, KEYS, Long.MAX_VALUE))).isPositive().isLessThan(BloomFilter.ROOMY);
    }

    /** 4 bits a key, 3 probes: (1 - exp(-3 / 4))^3 = 0.147. */
    @Test
    void withinATightBoundItIsStillTheTextbooksRate() {
        BloomFilter filter = filled(0, KEYS, KEYS, 4L * KEYS);
        assertThat(filter.bits()).isBetween(4L * KEYS, 4L * KEYS + Long.SIZE);
        assertThat(claimed(filter)).isBetween(0.142, 0.152);
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        BloomFilter left = filled(0, 30_000, KEYS, Long.MAX_VALUE);
        BloomFilter right = filled(20_000, KEYS, KEYS, Long.MAX_VALUE);
        BloomFilter whole = filled(0, KEYS, KEYS, Long.MAX_VALUE);
        BloomFilter merged = filled(20_000, KEYS, KEYS, Long.MAX_VALUE).merge(left);
        for (long hash = -100_000; hash < 100_000; hash++) {
            assertThat(merged.mayContain(Hash.mix(hash))).isEqualTo(whole.mayContain(Hash.mix(hash)));
        }
        assertThat(claimed(left.merge(right))).isEqualTo(claimed(whole));
    }

    /** Halved once, a filter made for its members claims about 0.75^11 = 0.042 of strangers. */
    @Test
    void aCoarseFilterClaimsStrangersAndDeniesNoMember() {
        BloomFilter coarse = filled(0, KEYS, KEYS, Long.MAX_VALUE).coarse(1.0 / 32);
        assertThat(LongStream.range(0, KEYS).map(Hash::mix)).allMatch(coarse::mayContain);
        assertThat(claimed(coarse)).isBetween(0.035, 0.05);
        assertThat(coarse.claims()).isCloseTo(claimed(coarse), within(0.002));
    }

    /** A filter with room for a thousand times its members would tell them from all others. */
    @Test
    void howeverMuchRoomThereWasStrangersAreClaimed() {
        for (long room : new long[] {1, 20, 1_000, 777_777}) {
            BloomFilter coarse = filled(0, 20, room, Long.MAX_VALUE).coarse(1.0 / 32);
            assertThat(LongStream.range(0, 20).map(Hash::mix)).allMatch(coarse::mayContain);
            assertThat(claimed(coarse)).as("room for %d", room).isGreaterThan(1.0 / 64);
        }
    }

    @Test
    void aFilterIsPutTogetherAgainFromItsParts() {
        BloomFilter filter = filled(0, KEYS, KEYS, Long.MAX_VALUE);
        assertThat(claimed(BloomFilter.of(filter.parts()))).isEqualTo(claimed(filter));
    }

    @Test
    void filtersOfDifferentSizesAreNotMerged() {
        assertThatThrownBy(() -> BloomFilter.of(100, 6400).merge(BloomFilter.of(10, 6400)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot merge filters of 1600 and 192 bits; make both for the same number");
        assertThatThrownBy(() -> BloomFilter.of(100, 63)).hasMessage("a filter needs at least 64 bits, got 63");
    }
}

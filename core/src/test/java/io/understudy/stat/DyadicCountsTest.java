package io.understudy.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DyadicCountsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stateIsThatOfBruteForceWhateverTheOrderAndTheSplits(long seed) {
        Random random = new Random(seed);
        for (int bound : new int[] {2, 3, 16, 100}) {
            List<Long> keys = keys(random);
            Cells expected = bruteForce(keys, bound);
            for (int trial = 0; trial < 5; trial++) {
                Collections.shuffle(keys, random);
                assertThat(splitAndMerge(keys, bound, random).cells()).isEqualTo(expected);
            }
        }
    }

    @Test
    void keysAreExactUpToTheBoundAndCoarseBeyond() {
        DyadicCounts counts = new DyadicCounts(4);
        LongStream.of(10, 20, 30, 40).forEach(key -> counts.add(key, 2));
        assertThat(counts.cells().exact()).isTrue();
        assertThat(counts.cells().lows()).containsExactly(10, 20, 30, 40);
        counts.add(41, 1);
        Cells cells = counts.cells();
        assertThat(cells.shift()).isEqualTo(1);
        assertThat(cells.highs()).containsExactly(10, 20, 30, 41);
        assertThat(cells.counts()).containsExactly(2, 2, 2, 3);
        assertThat(cells.pure(3)).isFalse();
    }

    @Test
    void extremesOfTheRangeStayApart() {
        DyadicCounts counts = new DyadicCounts(2);
        LongStream.of(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE).forEach(key -> counts.add(key, 1));
        assertThat(counts.shift()).isEqualTo(63);
        assertThat(counts.cells().lows()).containsExactly(Long.MIN_VALUE, 0);
        assertThat(counts.cells().highs()).containsExactly(-1, Long.MAX_VALUE);
    }

    @Test
    void labelsStayWithPureCellsOnly() {
        DyadicCounts counts = new DyadicCounts(2);
        counts.add(0, 1, "zero");
        counts.add(1, 1, "one");
        counts.add(8, 3, "eight");
        Cells cells = counts.cells();
        assertThat(cells.label(0)).isEmpty();
        assertThat(cells.label(1)).contains("eight");
        assertThat(cells.counts()).containsExactly(2, 3);
    }

    @Test
    void twoLabelsOfOneKeyLeaveTheLesserInAnyOrder() {
        DyadicCounts forth = new DyadicCounts(2);
        forth.add(7, 1, "a");
        forth.add(7, 1, "b");
        DyadicCounts back = new DyadicCounts(2);
        back.add(7, 1, "b");
        back.add(7, 1, "a");
        assertThat(forth.cells()).isEqualTo(back.cells());
        assertThat(forth.cells().label(0)).contains("a");
    }

    @Test
    void differentBoundsDoNotMerge() {
        assertThatThrownBy(() -> new DyadicCounts(2).merge(new DyadicCounts(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot merge counts of bounds 2 and 3");
        assertThatThrownBy(() -> new DyadicCounts(1)).hasMessage("bound must be at least 2, got 1");
    }

    /** Small and large, clustered and spread, with repetitions. */
    private static List<Long> keys(Random random) {
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long spread = random.nextLong() >> random.nextInt(64);
            keys.add(spread);
            if (random.nextBoolean()) {
                keys.add(spread + random.nextInt(3));
            }
        }
        return keys;
    }

    private static DyadicCounts splitAndMerge(List<Long> keys, int bound, Random random) {
        List<DyadicCounts> parts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            parts.add(new DyadicCounts(bound));
        }
        keys.forEach(key -> parts.get(random.nextInt(parts.size())).add(key, 1, "#" + key));
        while (parts.size() > 1) {
            DyadicCounts part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        return parts.get(0);
    }

    private static Cells bruteForce(List<Long> keys, int bound) {
        int shift = 0;
        while (occupied(keys, shift) > bound) {
            shift++;
        }
        TreeMap<Long, List<Long>> cells = new TreeMap<>();
        for (long key : keys) {
            cells.computeIfAbsent(key >> shift, cell -> new ArrayList<>()).add(key);
        }
        long[] lows = cells.values().stream().mapToLong(Collections::min).toArray();
        long[] highs = cells.values().stream().mapToLong(Collections::max).toArray();
        long[] counts = cells.values().stream().mapToLong(List::size).toArray();
        String[] labels = new String[lows.length];
        for (int i = 0; i < lows.length; i++) {
            labels[i] = lows[i] == highs[i] ? "#" + lows[i] : null;
        }
        return new Cells(shift, new long[][] {lows, highs}, counts, labels);
    }

    private static long occupied(List<Long> keys, int shift) {
        return keys.stream().mapToLong(key -> key >> shift).distinct().count();
    }
}

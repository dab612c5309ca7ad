package io.understudy.check.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Owned;
import io.understudy.domain.Block;
import io.understudy.stat.Blocks;
import io.understudy.stat.Grouping;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities may lie in any blocks, each in one, and blocks may be merged in any order. */
class CountEntitiesTest {
    private static Map<String, Long> entries(Combinations counted) {
        Map<String, Long> entries = new TreeMap<>(Map.of("level", (long) counted.level()));
        counted.forEach((combination, value, count) -> entries.put(combination + " " + value, count));
        return entries;
    }

    private static List<Map<String, Long>> entries(RealCombinations counted, CountEntities statistic) {
        Combinations all = counted.all(statistic.statistic().zero());
        return List.of(entries(counted.train()), entries(counted.holdout()), entries(counted.both()), entries(all));
    }

    /** The rows of each entity, and each row of nobody, in one of so many blocks, drawn at random. */
    private static List<Block> pieces(Block whole, int entity, int pieces, Random random) {
        int[] piece = random.ints(1 << 10, 0, pieces).toArray();
        int[] of = IntStream.range(0, whole.rows())
                .map(row -> whole.code(entity, row) == Owned.NOBODY
                        ? random.nextInt(pieces)
                        : piece[whole.code(entity, row) % piece.length])
                .toArray();
        List<Block> cut = new ArrayList<>();
        for (int p = 0; p < pieces; p++) {
            int here = p;
            int[] rows =
                    IntStream.range(0, of.length).filter(row -> of[row] == here).toArray();
            cut.add(whole.select(rows, rows.length));
        }
        return cut;
    }

    private static RealCombinations merged(List<Block> blocks, CountEntities statistic, Random random) {
        List<RealCombinations> states = new ArrayList<>(blocks.stream()
                .map(block -> statistic.add(statistic.zero(), block))
                .toList());
        while (states.size() > 1) {
            Collections.shuffle(states, random);
            states.add(statistic.merge(states.remove(0), states.remove(0)));
        }
        return statistic.finish(states.get(0));
    }

    @ParameterizedTest
    @CsvSource({"1, false, 100000", "2, true, 100000", "3, false, 200", "4, true, 200", "5, true, 40"})
    void cutsAndOrderDoNotMatter(long seed, boolean shared, int most) {
        Random random = new Random(seed);
        Owned owned = OwnedTables.random(seed, 600, shared).coded(5).owned().orElseThrow();
        Sensitive secret = new Sensitive(0, false, Grouping.identity(4));
        CountEntities statistic = new CountEntities(
                new CountCombinations(List.of(1, 2, 4), List.of(secret), most), owned.side(), owned.entity());
        Block whole = Blocks.concatenate(owned.rows().domain(), ((LocalTable) owned.rows()).blocks());
        List<Map<String, Long>> once = entries(statistic.add(statistic.zero(), whole), statistic);

        for (int pieces : new int[] {2, 3, 8, 40}) {
            List<Block> cut = pieces(whole, owned.entity(), pieces, random);
            assertThat(entries(merged(cut, statistic, random), statistic)).isEqualTo(once);
        }
        assertThat(once.get(0).size()).isGreaterThan(10);
        assertThat(once.get(3).size() - 1).isLessThanOrEqualTo(most);
        assertThat(once.get(2).size() > 1).as("entities on both sides").isEqualTo(shared);
        assertThat(level(once.get(3))).isGreaterThanOrEqualTo(level(once.get(0)));
        assertThat(level(once.get(3)) > 0).as("sampled").isEqualTo(most <= 200);
    }

    private static long level(Map<String, Long> entries) {
        return entries.getOrDefault("level", -1L);
    }
}

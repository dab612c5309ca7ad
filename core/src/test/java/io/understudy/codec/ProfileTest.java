package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Profile PROFILE = new Profile(List.of(
            new Column("number", Cases.LONG, true),
            new Column("text", Cases.TEXT, true),
            new Column("flag", new ColumnType.Flag(), false)));

    @Test
    void countsAreThoseOfBruteForce() {
        List<Integer> rows = rows(5_000);
        ColumnCounts texts = profile(List.of(rows)).get(1);
        Map<String, Long> expected = rows.stream()
                .filter(row -> text(row) != null)
                .collect(Collectors.groupingBy(ProfileTest::text, Collectors.counting()));
        assertThat(texts.rows()).isEqualTo(5_000);
        assertThat(texts.missing())
                .isEqualTo(rows.stream().filter(row -> text(row) == null).count());
        assertThat(texts.distinct()).isEqualTo(expected.size());
        for (int i = 0; i < texts.cells().size(); i++) {
            String label = texts.cells().label(i).orElseThrow();
            assertThat(texts.cells().counts()[i]).isEqualTo(expected.get(label));
        }
        assertThat(texts.shapes().total()).isEqualTo(texts.present());
    }

    @Test
    void countsDoNotDependOnOrderOrPartitions() {
        List<Integer> rows = rows(50_000);
        List<ColumnCounts> whole = profile(List.of(rows));
        assertThat(whole.get(0).exact()).isFalse();
        Random random = new Random(9);
        for (int parts : new int[] {2, 7, 40}) {
            Collections.shuffle(rows, random);
            assertThat(profile(split(rows, parts))).isEqualTo(whole);
        }
    }

    @Test
    void memoryIsBoundedByTheSchema() {
        RawColumn.Keyed spread = Cases.keys(100_000, row -> new Random(row).nextLong());
        assertThat(Cases.count(Cases.LONG, spread).cells().size()).isBetween(16_000, Profile.KEY_CELLS);
        List<Column> wide = IntStream.range(0, 500)
                .mapToObj(c -> new Column("c" + c, Cases.LONG, false))
                .toList();
        Profile profile = new Profile(wide);
        RawBlock block = new RawBlock(100_000, Collections.nCopies(500, spread));
        assertThat(profile.finish(profile.add(profile.zero(), block)))
                .allMatch(counts -> counts.cells().size() <= 2_000);
    }

    @Test
    void distinctTextsBeyondTheBoundAreEstimatedWithinTwoPercent() {
        int distinct = 300_000;
        int[] ids = IntStream.range(0, distinct).toArray();
        String[] vocabulary = Arrays.stream(ids).mapToObj(id -> "text " + id).toArray(String[]::new);
        ColumnCounts counts = Cases.count(Cases.TEXT, new RawColumn.Texts(ids, vocabulary));
        assertThat(counts.exact()).isFalse();
        assertThat(counts.distinct()).isCloseTo(distinct, within(0.02 * distinct));
    }

    /** 300,000 texts in a million rows; 200 of them have 100 rows each, one in ten thousand. */
    @Test
    void frequentTextsAmongVeryManyAreFoundExactlyByASecondPass() {
        int rows = 1_000_000;
        int[] ids = IntStream.range(0, rows)
                .map(row -> row < 20_000 ? row % 200 : 200 + row % 300_000)
                .toArray();
        String[] vocabulary =
                IntStream.range(0, 300_200).mapToObj(id -> "text " + id).toArray(String[]::new);
        RawColumn.Texts column = new RawColumn.Texts(ids, vocabulary);
        ColumnCounts first = Cases.count(Cases.TEXT, column);
        assertThat(LabelCodec.frequent(first.cells(), 10)).hasSizeLessThan(100);
        assertThat(Recount.needed(List.of(first))).isTrue();

        Recount recount = new Recount(List.of(first));
        RawBlock block = new RawBlock(rows, List.of(column));
        ColumnCounts second = recount.finish(recount.add(recount.zero(), block)).get(0);
        Map<String, Long> frequent = LabelCodec.frequent(second.cells(), 10);
        assertThat(frequent)
                .hasSize(200)
                .allSatisfy((text, count) -> assertThat(count).isEqualTo(100));
        assertThat(second.cells().total()).isEqualTo(rows);
        assertThat(second.distinct()).isCloseTo(300_200, within(6_000.0));

        Recount.State halves = recount.merge(
                recount.add(recount.zero(), select(block, 0, rows / 3)),
                recount.add(recount.zero(), select(block, rows / 3, rows)));
        assertThat(recount.finish(halves).get(0)).isEqualTo(second);
    }

    private static RawBlock select(RawBlock block, int from, int to) {
        return block.select(IntStream.range(from, to).toArray(), to - from);
    }

    @Test
    void passagesAreCountedButNotRemembered() {
        String passage = "x".repeat(ColumnTally.MAX_LABEL + 1);
        ColumnCounts counts = Cases.count(Cases.TEXT, Cases.texts(Collections.nCopies(20, passage)));
        assertThat(counts.cells().total()).isEqualTo(20);
        assertThat(counts.cells().label(0)).isEmpty();
    }

    private static List<ColumnCounts> profile(List<List<Integer>> parts) {
        Profile.State total = PROFILE.zero();
        for (List<Integer> part : parts) {
            total = PROFILE.merge(total, PROFILE.add(PROFILE.zero(), block(part)));
        }
        return PROFILE.finish(total);
    }

    private static RawBlock block(List<Integer> rows) {
        RawColumn.Keyed numbers = Cases.keys(rows.size(), i -> new Random(rows.get(i)).nextLong() >> 40);
        RawColumn.Keyed flags = Cases.keys(rows.size(), i -> rows.get(i) % 2);
        RawColumn texts = Cases.texts(rows.stream().map(ProfileTest::text).toList());
        return new RawBlock(rows.size(), List.of(numbers, texts, flags));
    }

    private static @Nullable String text(int row) {
        int value = new Random(row + 1_000_000L).nextInt(1_000);
        return value < 100 ? null : "value-" + value;
    }

    private static List<Integer> rows(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<List<Integer>> split(List<Integer> rows, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> rows.subList(part * rows.size() / parts, (part + 1) * rows.size() / parts))
                .toList();
    }
}

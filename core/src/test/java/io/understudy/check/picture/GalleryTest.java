package io.understudy.check.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.random.Philox;
import io.understudy.schema.Kind;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private static final int K = 5;
    private static final int NUMBERS = 201;
    private static final int LABELS = 30;
    private static final Domain DOMAIN =
            new Domain(List.of(new Variable("amount", NUMBERS, true, true), new Variable("city", LABELS, false, true)));
    private static final double[] VALUES =
            IntStream.range(0, NUMBERS).mapToDouble(code -> code * 1.5).toArray();
    private static final Space SPACE = new Space(
            DOMAIN,
            List.of(
                    new Space.Numbers(
                            IntStream.range(0, NUMBERS).map(code -> code * 300).toArray(), VALUES),
                    new Space.Labels()));
    private static final List<Finding> FINDINGS =
            List.of(new Finding("quality", "pair-trend", "amount × city", 0.2, 0.2, 0.2, 0.1));

    /** Rows of skewed codes. */
    private static int[][] rows(int rows, long seed) {
        int[][] codes = new int[2][rows];
        for (int row = 0; row < rows; row++) {
            double u = Philox.uniform(seed, row, 0);
            double v = Philox.uniform(seed, row, 1);
            codes[0][row] = (int) (u * u * u * NUMBERS);
            codes[1][row] = (int) (v * v * LABELS);
        }
        return codes;
    }

    private static LocalTable table(int[][] codes, int blocks) {
        List<Block> parts = new ArrayList<>();
        int rows = codes[0].length;
        for (int part = 0; part < blocks; part++) {
            int from = part * rows / blocks;
            int to = (part + 1) * rows / blocks;
            Block block = Block.empty(DOMAIN, 0, to - from);
            block.write(0, Arrays.copyOfRange(codes[0], from, to));
            block.write(1, Arrays.copyOfRange(codes[1], from, to));
            parts.add(block);
        }
        return new LocalTable(DOMAIN, parts);
    }

    private static Pictures pictures(int blocks) {
        Assessed tables = new Assessed(
                SPACE,
                table(rows(2_000, 1), blocks),
                table(rows(500, 2), blocks),
                table(rows(2_000, 3), blocks),
                new LocalSearch(SPACE, 0));
        Map<Integer, String> names = new HashMap<>();
        IntStream.range(1, LABELS).forEach(code -> names.put(code, "city " + code));
        return new Gallery(tables, List.of(new Subject(Kind.NUMBER, Map.of()), new Subject(Kind.CATEGORY, names)), K)
                .pictures(FINDINGS);
    }

    @Test
    void countsEveryRowInTheIntervalOfItsNumber() {
        ColumnPicture amount = pictures(1).columns().get(0);
        Scale.Intervals scale = (Scale.Intervals) amount.scale();
        long[] expected = new long[scale.groups()];
        for (int code : rows(2_000, 1)[0]) {
            int above = (int) Arrays.stream(scale.edges())
                    .filter(edge -> VALUES[code] >= edge)
                    .count();
            expected[code == 0 ? 0 : 1 + above]++;
        }

        assertThat(amount.train()).containsExactly(expected);
        assertThat(Arrays.stream(amount.holdout()).sum()).isEqualTo(500);
        assertThat(Arrays.stream(amount.synthetic()).sum()).isEqualTo(2_000);
        assertThat(scale.edges().length).isGreaterThan(10);
    }

    @Test
    void noIntervalShowsFewerThanKRealRowsUnlessItIsEmpty() {
        ColumnPicture amount = pictures(1).columns().get(0);

        for (int group = 1; group < amount.scale().groups(); group++) {
            long real = amount.train()[group] + amount.holdout()[group];
            assertThat(real == 0 || real >= K).as("group " + group).isTrue();
        }
    }

    @Test
    void noEdgeIsAValueOfFewRows() {
        Scale.Intervals scale = (Scale.Intervals) pictures(1).columns().get(0).scale();
        double step = scale.edges()[1] - scale.edges()[0];

        assertThat(Arrays.stream(scale.edges()).boxed())
                .allSatisfy(edge -> assertThat(edge / 10 - Math.rint(edge / 10))
                        .as(edge + " in steps of " + step)
                        .isZero());
    }

    @Test
    void namesTheMostFrequentLabelsAndNoRareOne() {
        ColumnPicture city = pictures(1).columns().get(1);
        List<String> labels = ((Scale.Labels) city.scale()).labels();
        long[] counts = new long[LABELS];
        for (long seed : new long[] {1, 2}) {
            Arrays.stream(rows(seed == 1 ? 2_000 : 500, seed)[1]).forEach(code -> counts[code]++);
        }
        List<String> expected = IntStream.range(1, LABELS)
                .boxed()
                .filter(code -> counts[code] >= K)
                .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                .limit(14)
                .map(code -> "city " + code)
                .toList();

        assertThat(labels).hasSize(14).containsExactlyElementsOf(expected);
        assertThat(Arrays.stream(city.train()).sum()).isEqualTo(2_000);
    }

    @Test
    void drawsThePairsThatAFindingIsAboutWithoutCellsOfFewRows() {
        PairPicture pair = pictures(1).pairs().get(0);

        assertThat(pair.subject()).isEqualTo("amount × city");
        assertThat(pair.train()).hasSize(pair.rows().groups() * pair.columns().groups());
        assertThat(Arrays.stream(pair.train())).allMatch(count -> count == 0 || count >= K);
        assertThat(Arrays.stream(pair.synthetic()).sum()).isEqualTo(2_000);
        assertThat(pair.rows().groups()).isBetween(5, 10);
        assertThat(pair.columns().groups()).isEqualTo(9);
    }

    @Test
    void howRowsAreCutIntoBlocksDoesNotMatter() {
        Pictures whole = pictures(1);
        Pictures scattered = pictures(7);

        assertThat(scattered.columns()).usingRecursiveComparison().isEqualTo(whole.columns());
        assertThat(scattered.pairs()).usingRecursiveComparison().isEqualTo(whole.pairs());
    }
}

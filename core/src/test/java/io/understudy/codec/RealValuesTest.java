package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Room;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What real rows have does not come back from columns whose values are made up. */
class RealValuesTest {
    private static final int K = 10;

    private static RealValues gathered(RawColumn column) {
        RealValues.Gathering gathering = new RealValues.Gathering(List.of((long) Cases.rows(column)));
        return gathering.finish(gathering.add(gathering.zero(), new RawBlock(Cases.rows(column), List.of(column))));
    }

    /** All rows decoded in blocks of some length, in a table of as many rows. */
    private static List<String> decoded(Codec codec, RealValues real, int rows, int blockRows) {
        List<String> cells = new ArrayList<>();
        int code = codec.variable().size() - 1;
        for (int from = 0; from < rows; from += blockRows) {
            int count = Math.min(blockRows, rows - from);
            Draws plain = Cases.draws(3, from, count);
            Draws draws =
                    new Draws(plain.key(), RowNumbers.run(from, count), plain.bits(), real.column(0), rows, Room.NEW);
            int[] codes = new int[count];
            Arrays.fill(codes, code);
            cells.addAll(Cases.cells(codec.decode(codes, draws)));
        }
        return cells;
    }

    private static List<String> cabins(int numbers) {
        return IntStream.range(0, numbers).mapToObj(i -> "C" + (10 + i)).toList();
    }

    @Test
    void aTextThatARealRowHasIsDrawnAgainWithinItsShape() {
        RawColumn column = Cases.texts(cabins(45));
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.TEXT, K);

        assertThat(decoded(codec, RealValues.NONE, 2_000, 500)).containsAnyElementsOf(cabins(45));
        assertThat(decoded(codec, gathered(column), 2_000, 500))
                .doesNotContainAnyElementsOf(cabins(45))
                .allMatch(text -> text.matches("C\\d{2}"));
    }

    @Test
    void whereAllTextsOfAShapeAreTakenTheyBecomeLonger() {
        List<String> all =
                IntStream.range(0, 100).mapToObj(i -> String.format("C%02d", i)).toList();
        RawColumn column = Cases.texts(all);
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.TEXT, K);

        List<String> made = decoded(codec, gathered(column), 200, 200);

        assertThat(made).allMatch(text -> text.matches("C\\d{3,4}"));
        assertThat(made.stream().filter(text -> text.length() == 4)).hasSizeGreaterThan(195);
    }

    @Test
    void identifiersAreDistinctAndNoneIsReal() {
        List<String> all = IntStream.range(1, 892)
                .mapToObj(i -> String.format("INV-%03d", i))
                .toList();
        RawColumn column = Cases.texts(all);
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.IDENTIFIER, K);

        List<String> made = decoded(codec, gathered(column), 5_000, 700);

        assertThat(new TreeSet<>(made)).hasSize(5_000).doesNotContainAnyElementsOf(all);
        assertThat(made).allMatch(text -> text.matches("INV-\\d{3,5}"));
        assertThat(made.stream().filter(text -> text.matches("INV-\\d{3}"))).hasSizeBetween(90, 109);
        assertThat(decoded(codec, gathered(column), 5_000, 5_000)).isEqualTo(made);
    }

    @Test
    void identifiersOfCoarseShapesAreDistinctToo() {
        List<String> all = IntStream.range(0, 300)
                .mapToObj(i -> "a".repeat(1 + i % 7) + (i * 7919 % 1000) + "b".repeat(i % 5) + i)
                .toList();
        RawColumn column = Cases.texts(all);
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.IDENTIFIER, 40);

        assertThat(((ShapeCodec) codec).parts().shapes()).anyMatch(Shape::isCoarse);
        List<String> made = decoded(codec, gathered(column), 20_000, 1_000);
        assertThat(new TreeSet<>(made)).hasSize(20_000).doesNotContainAnyElementsOf(all);
    }

    @Test
    void textsOfDifferentShapesAreDistinct() {
        List<String> cells = new ArrayList<>(cabins(80));
        IntStream.range(0, 80).forEach(i -> cells.add("C" + (100 + i)));
        ShapeCodec codec = (ShapeCodec) Cases.learn(Cases.TEXT, Cases.texts(cells), Kind.IDENTIFIER, K);
        int rows = 6_000;
        int[] codes = IntStream.range(0, rows).map(i -> i % 2).toArray();
        Draws plain = Cases.draws(1, 0, rows);

        List<String> made = Cases.cells(codec.decode(
                codes, new Draws(1, RowNumbers.run(0, rows), plain.bits(), Taken.NOTHING, rows, Room.NEW)));

        assertThat(codec.variable().size()).isEqualTo(2);
        assertThat(new TreeSet<>(made)).hasSize(rows);
    }

    @Test
    void aShapeThatIsOneTextIsWrittenAsItIs() {
        RawColumn column = Cases.texts(List.of("--", "--", "--", "a", "b", "c"));
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.TEXT, 3);

        List<String> cells = Cases.cells(codec.decode(
                new int[50],
                new Draws(
                        1,
                        RowNumbers.run(0, 50),
                        Cases.draws(1, 0, 50).bits(),
                        gathered(column).column(0),
                        50,
                        Room.NEW)));

        assertThat(Set.copyOf(cells)).containsExactly("--");
    }

    @Test
    void runningNumbersGiveWayToFreeNumbersOfAsManyDigitsAndThenOfOneMore() {
        RawColumn column = Cases.keys(9_000, row -> row + 1);
        Codec codec = Cases.learn(Cases.LONG, column, Kind.IDENTIFIER, K);

        List<String> made = decoded(codec, gathered(column), 9_000, 1_000);

        assertThat(new TreeSet<>(made)).hasSize(9_000);
        assertThat(made).allMatch(number -> Long.parseLong(number) > 9_000 && number.length() <= 5);
        assertThat(made.stream().filter(number -> number.length() == 4)).hasSizeBetween(900, 999);
    }

    @Test
    void aTypeWithoutFreeNumbersKeepsThemAndTheyAreCounted() {
        RawColumn column = Cases.keys(127, row -> row + 1);
        Codec codec = Cases.learn(new ColumnType.Whole(1), column, Kind.IDENTIFIER, K);
        RealValues real = gathered(column);

        List<String> made = decoded(codec, real, 100, 100);

        assertThat(new TreeSet<>(made)).hasSize(100);
        RealValues.Met met = new RealValues.Met(real, 1);
        RawColumn back = Cases.keys(100, row -> Long.parseLong(made.get(row)));
        long free = made.stream().filter("0"::equals).count();
        assertThat(met.finish(met.merge(met.zero(), met.add(met.zero(), new RawBlock(100, List.of(back))))))
                .containsExactly(100 - free);
    }

    @Test
    void nothingIsGatheredWhereNothingIsExpected() {
        RealValues.Gathering none = new RealValues.Gathering(List.of(0L));
        assertThat(none.needed()).isFalse();
        RealValues real = none.add(none.zero(), new RawBlock(1, List.of(Cases.keys(1))));
        assertThat(real.column(0)).isSameAs(Taken.NOTHING);
    }
}

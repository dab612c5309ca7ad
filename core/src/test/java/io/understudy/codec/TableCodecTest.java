package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.domain.Block;
import io.understudy.domain.Variable;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableCodecTest {
    private static final int ROWS = 2_000;
    private static final int K = 10;

    /** Texts with this mark are had by fewer than ten rows. */
    private static final String RARE = "Zebedee";

    private static final List<Column> COLUMNS = List.of(
            new Column("customer_id", Cases.LONG, false),
            new Column("name", Cases.TEXT, true),
            new Column("city", Cases.TEXT, true),
            new Column("income", Cases.DOUBLE, true),
            new Column("member", new ColumnType.Flag(), true),
            new Column("joined", new ColumnType.Date(), false),
            new Column("nothing", Cases.LONG, true),
            new Column("note", Cases.TEXT, true));
    private static final RawBlock TABLE = table();
    private static final TableCodec CODEC = TableCodec.learn(counts(TABLE), Cases.k(K));

    @Test
    void everyColumnHasTheCodecOfItsKind() {
        assertThat(CODEC.kinds())
                .containsExactly(
                        Kind.IDENTIFIER,
                        Kind.TEXT,
                        Kind.CATEGORY,
                        Kind.NUMBER,
                        Kind.BOOLEAN,
                        Kind.DATE,
                        Kind.NUMBER,
                        Kind.TEXT);
        assertThat(CODEC.codecs().stream().<Class<?>>map(Object::getClass))
                .containsExactly(
                        UniqueCodec.class,
                        ShapeCodec.class,
                        LabelCodec.class,
                        OrderedCodec.class,
                        OrderedCodec.class,
                        OrderedCodec.class,
                        AbsentCodec.class,
                        AbsentCodec.class);
        assertThat(CODEC.domain().variables().stream().map(Variable::name))
                .isEqualTo(COLUMNS.stream().map(Column::name).toList());
        assertThat(CODEC.domain().variable(4)).isEqualTo(new Variable("member", 2, false, false));
    }

    @Test
    void codesOfDecodedRowsAreTheCodesGiven() {
        Block codes = CODEC.encode(TABLE);
        Block again = CODEC.encode(CODEC.decode(codes, 5));
        for (int c : new int[] {0, 3, 4, 5, 6}) {
            assertThat(again.toArrays()[c]).as(COLUMNS.get(c).name()).isEqualTo(codes.toArrays()[c]);
        }
    }

    @Test
    void rowsAreAFunctionOfSeedAndIndexAlone() {
        Block whole = Block.empty(CODEC.domain(), 100, 50);
        Block part = Block.empty(CODEC.domain(), 120, 10);
        for (int c = 0; c < COLUMNS.size(); c++) {
            int[] codes = new int[50];
            Arrays.fill(codes, CODEC.domain().size(c) - 1);
            whole.write(c, codes);
            part.write(c, codes);
        }
        RawBlock first = CODEC.decode(whole, 5);
        for (int c = 0; c < COLUMNS.size(); c++) {
            List<String> cells = Cases.cells(CODEC.decode(part, 5).columns().get(c));
            assertThat(cells).isEqualTo(Cases.cells(first.columns().get(c)).subList(20, 30));
        }
        assertThat(Cases.cells(CODEC.decode(whole, 6).columns().get(3)))
                .isNotEqualTo(Cases.cells(first.columns().get(3)));
    }

    @Test
    void nothingThatFewerThanTenRowsHaveIsStoredOrWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CODEC);
        }
        String stored = bytes.toString(StandardCharsets.ISO_8859_1);
        assertThat(stored).contains("Berlin").doesNotContain(RARE);
        RawBlock decoded = CODEC.decode(CODEC.encode(TABLE), 1);
        for (RawColumn column : decoded.columns()) {
            assertThat(Cases.cells(column)).noneMatch(cell -> cell != null && cell.contains(RARE));
        }
    }

    @Test
    void columnsWithTooFewValuesToShowComeOutMissing() {
        RawBlock decoded = CODEC.decode(CODEC.encode(TABLE), 1);
        assertThat(Cases.cells(decoded.columns().get(6))).containsOnlyNulls();
        assertThat(Cases.cells(decoded.columns().get(7))).containsOnlyNulls();
    }

    @Test
    void identifiersDoNotRepeat() {
        List<String> ids =
                Cases.cells(CODEC.decode(CODEC.encode(TABLE), 1).columns().get(0));
        assertThat(new HashSet<>(ids)).hasSize(ROWS);
    }

    @Test
    void decidedKindsReplaceInferredOnes() {
        Settings settings = Cases.k(K).withKinds(Map.of("customer_id", Kind.NUMBER, "city", Kind.TEXT));
        TableCodec codec = TableCodec.learn(counts(TABLE), settings);
        assertThat(codec.codecs().get(0)).isInstanceOf(OrderedCodec.class);
        assertThat(codec.codecs().get(2)).isInstanceOf(ShapeCodec.class);
    }

    @Test
    void kindsThatDoNotFitTheTypeAreRefused() {
        Settings settings = Cases.k(K).withKinds(Map.of("city", Kind.NUMBER));
        assertThatThrownBy(() -> TableCodec.learn(counts(TABLE), settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column city cannot be of kind number because its type is text and 2000 of 2000 rows are not"
                                + " written in the one format that most rows have; leave the kind out, make it text or category,"
                                + " or turn the column into a number with an input query");
        Settings flag = Cases.k(K).withKinds(Map.of("city", Kind.BOOLEAN));
        assertThatThrownBy(() -> TableCodec.learn(counts(TABLE), flag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "column city cannot be of kind boolean because its type is text;"
                                + " leave the kind out or choose one of category, ordinal, number, date, timestamp, identifier,");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Settings(0, 512, 1024, Map.of(), Set.of(), Map.of()))
                .hasMessage("k, maxCodes and maxLabels must be at least 1, 2 and 1, got 0, 512 and 1024");
    }

    private static List<ColumnCounts> counts(RawBlock table) {
        Profile profile = new Profile(COLUMNS);
        return profile.finish(profile.add(profile.zero(), table));
    }

    private static RawBlock table() {
        String[] cities = {"Berlin", "Paris", "", "berlin"};
        List<String> names = IntStream.range(0, ROWS)
                .mapToObj(row -> RARE + " " + Integer.toString(row * 7919, 26))
                .toList();
        List<String> towns = IntStream.range(0, ROWS)
                .mapToObj(row -> row % 20 == 0 ? RARE + row : cities[row % 4])
                .toList();
        List<String> notes =
                IntStream.range(0, ROWS).mapToObj(row -> row < 9 ? RARE : null).toList();
        return new RawBlock(
                ROWS,
                List.of(
                        Cases.keys(ROWS, row -> 10_000 + row),
                        Cases.texts(names),
                        Cases.texts(towns),
                        Cases.missing(100, Cases.doubles(ROWS, row -> new Random(row).nextInt(1_000_000) / 100.0)),
                        Cases.keys(ROWS, row -> row % 3 == 0 ? 1 : 0),
                        Cases.keys(ROWS, row -> 15_000 + row % 700),
                        Cases.missing(ROWS, Cases.keys(ROWS, row -> 1)),
                        Cases.texts(notes)));
    }
}

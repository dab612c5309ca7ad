package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.Kind;
import io.understudy.stat.DyadicCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabelCodecTest {
    private static final int K = 10;

    abstract static class Contract extends CodecContract {
        private final RawColumn training;
        private final int maxLabels;

        Contract(RawColumn training, int maxLabels) {
            this.training = training;
            this.maxLabels = maxLabels;
        }

        @Override
        LabelCodec codec() {
            Settings settings = new Settings(K, 2, maxLabels, Map.of(), Set.of(), Map.of());
            return (LabelCodec) CodecLearner.learn(Cases.count(Cases.TEXT, training), Kind.CATEGORY, settings);
        }

        @Override
        RawColumn training() {
            return training;
        }

        @Override
        RawColumn unseen() {
            return Cases.texts(Arrays.asList("never seen", "", " ", null));
        }

        @Override
        boolean shown(int code) {
            return !codec().parts().rare() || code < codec().variable().size() - 1;
        }

        @Override
        Codec rebuilt(Codec codec) {
            return LabelCodec.of(((LabelCodec) codec).parts());
        }
    }

    @Nested
    class AFewTexts extends Contract {
        AFewTexts() {
            super(Cases.texts(column("a", 20, "b", 30, "", 40)), 1024);
        }
    }

    @Nested
    class MissingRareAndTail extends Contract {
        MissingRareAndTail() {
            super(missingRareAndTail(), 2);
        }
    }

    @Nested
    class NineRareRows extends Contract {
        NineRareRows() {
            super(Cases.texts(column("a", 20, "b", 30, "c", 4, "d", 5)), 1024);
        }
    }

    @Test
    void codesDescendInFrequencyAfterMissing() {
        List<String> cells = column("b", 20, "a", 20, "c", 30);
        cells.addAll(Collections.nCopies(K, null));
        Codec codec = Cases.learn(Cases.TEXT, Cases.texts(cells), Kind.CATEGORY, K);
        assertThat(Cases.encode(codec, Cases.texts(Arrays.asList(null, "c", "a", "b"))))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void textsOfTheTailShareACodeAndComeBackByWeight() {
        LabelCodec codec = new MissingRareAndTail().codec();
        assertThat(codec.variable().size()).isEqualTo(5);
        int tail = Cases.encode(codec, Cases.texts(List.of("third")))[0];
        assertThat(Cases.encode(codec, Cases.texts(List.of("fourth")))[0]).isEqualTo(tail);
        int[] codes = new int[30_000];
        Arrays.fill(codes, tail);
        List<String> decoded = Cases.cells(Cases.decode(codec, codes, 1));
        assertThat(Collections.frequency(decoded, "third")).isBetween(19_500, 20_500);
        assertThat(Collections.frequency(decoded, "fourth"))
                .isEqualTo(30_000 - Collections.frequency(decoded, "third"));
    }

    @Test
    void rareTextsAreReplacedByFrequentOnes() {
        LabelCodec codec = new MissingRareAndTail().codec();
        int rare = codec.variable().size() - 1;
        assertThat(Cases.encode(codec, Cases.texts(List.of("rare 3", "never seen"))))
                .containsExactly(rare, rare);
        int[] codes = new int[1_000];
        Arrays.fill(codes, rare);
        assertThat(Cases.cells(Cases.decode(codec, codes, 1))).containsOnly("first", "second", "third", "fourth");
    }

    @Test
    void rareTextsAreReplacedByOneNeutralWordInTheLetterCaseOfTheOthers() {
        assertThat(rareCells(Rare.REPLACE, "First", "Second")).containsOnly("Other");
        assertThat(rareCells(Rare.REPLACE, "FIRST", "SECOND")).containsOnly("OTHER");
        assertThat(rareCells(Rare.REPLACE, "first", "other")).containsOnly("other");
    }

    @Test
    void theNeutralWordIsNeverARareText() {
        List<String> cells = column("first", 50, "other", 9, "others", 9);
        LabelCodec codec = rare(Rare.REPLACE, Cases.texts(cells));
        assertThat(codec.parts().instead().word()).isEqualTo("else");
    }

    @Test
    void shapesOfRareTextsAreKeptAndTheirLettersAreNot() {
        List<String> cells = rareCells(Rare.KEEP_SHAPE, "first", "second");
        assertThat(cells).allMatch(text -> text.matches("[0-9]{1,2} [a-z]{4}"));
        assertThat(cells).noneMatch(text -> text.endsWith("rare"));
    }

    private static List<String> rareCells(Rare how, String first, String second) {
        List<String> cells = column(first, 50, second, 40);
        for (int i = 0; i < 60; i++) {
            cells.add(i + " rare");
        }
        LabelCodec codec = rare(how, Cases.texts(cells));
        int[] codes = new int[200];
        Arrays.fill(codes, codec.variable().size() - 1);
        return Cases.cells(Cases.decode(codec, codes, 1));
    }

    private static LabelCodec rare(Rare how, RawColumn column) {
        Settings settings = Cases.k(K).withRare(Map.of(Cases.NAME, how));
        return (LabelCodec) CodecLearner.learn(Cases.count(Cases.TEXT, column), Kind.CATEGORY, settings);
    }

    @Test
    void aHandfulOfRareTextsTakesTheMostFrequentCode() {
        Codec codec = new NineRareRows().codec();
        assertThat(codec.variable().size()).isEqualTo(2);
        assertThat(Cases.encode(codec, Cases.texts(List.of("c", "d", "b")))).containsExactly(0, 0, 0);
    }

    @Test
    void caseAndPaddingAndTheEmptyTextAreKept() {
        RawColumn column = Cases.texts(column("x", 20, "X", 21, " x", 22, "x ", 23, "", 24));
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.CATEGORY, K);
        assertThat(Cases.cells(Cases.decode(codec, Cases.encode(codec, column), 1)))
                .isEqualTo(Cases.cells(column));
    }

    @Test
    void textsThatCouldNotBeCountedSinglyAreRare() {
        DyadicCounts counts = new DyadicCounts(2);
        counts.add(0, 30, "mixed");
        counts.add(1, 30, "with another");
        counts.add(1L << 40, 30, "alone");
        Column column = new Column(Cases.NAME, Cases.TEXT, false);
        LabelCodec codec =
                LabelCodec.learn(new ColumnCounts(column, 90, 0, counts.cells(), TextCounts.NONE), Cases.k(K));
        assertThat(codec.parts().texts()).containsExactly("alone");
        assertThat(Cases.encode(codec, Cases.texts(List.of("alone", "mixed")))).containsExactly(0, 1);
    }

    @Test
    void textsThatNoTenRowsShareGiveShapesInstead() {
        RawColumn column = Cases.texts(column("abc", 5, "def", 6));
        assertThat(Cases.learn(Cases.TEXT, column, Kind.CATEGORY, K)).isInstanceOf(ShapeCodec.class);
    }

    private static RawColumn missingRareAndTail() {
        List<String> cells = column("first", 50, "second", 40, "third", 20, "fourth", 10);
        cells.addAll(Collections.nCopies(25, null));
        for (int i = 0; i < 15; i++) {
            cells.add("rare " + i);
        }
        return Cases.texts(cells);
    }

    /** Texts and how often each occurs, by turns. */
    private static List<String> column(Object... texts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 2) {
            cells.addAll(Collections.nCopies((Integer) texts[i + 1], (String) texts[i]));
        }
        return cells;
    }
}

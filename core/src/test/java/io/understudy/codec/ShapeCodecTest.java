package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShapeCodecTest {
    private static final int K = 10;

    abstract static class Contract extends CodecContract {
        private final RawColumn training;
        private final Kind kind;

        Contract(RawColumn training, Kind kind) {
            this.training = training;
            this.kind = kind;
        }

        @Override
        Codec codec() {
            return Cases.learn(Cases.TEXT, training, kind, K);
        }

        @Override
        RawColumn training() {
            return training;
        }

        @Override
        RawColumn unseen() {
            return Cases.texts(Arrays.asList("never seen", "", "~", "\\", "x".repeat(5000), null));
        }

        @Override
        Codec rebuilt(Codec codec) {
            return ShapeCodec.of(((ShapeCodec) codec).parts());
        }
    }

    @Nested
    class Plates extends Contract {
        Plates() {
            super(Cases.texts(plates(500)), Kind.IDENTIFIER);
        }
    }

    @Nested
    class TwoShapesAndMissing extends Contract {
        TwoShapesAndMissing() {
            super(Cases.texts(twoShapesAndMissing()), Kind.TEXT);
        }
    }

    @Test
    void noTextOfTheSourceIsWrittenButItsShapeIs() {
        List<String> plates = plates(500);
        Codec codec = Cases.learn(Cases.TEXT, Cases.texts(plates), Kind.TEXT, K);
        List<String> decoded = Cases.cells(Cases.decode(codec, new int[2000], 1));
        assertThat(decoded).allMatch(text -> text.matches("KX-\\d{7}"));
        Set<String> copies = new HashSet<>(plates);
        copies.retainAll(new HashSet<>(decoded));
        assertThat(copies).hasSizeLessThan(3);
    }

    @Test
    void identifiersDoNotRepeatUntilTheShapeIsUsedUp() {
        RawColumn column = Cases.texts(
                plates(500).stream().map(text -> text.substring(0, 6)).toList());
        Codec codec = Cases.learn(Cases.TEXT, column, Kind.IDENTIFIER, K);
        List<String> first = Cases.cells(codec.decode(new int[600], Cases.draws(1, 0, 600)));
        List<String> next = Cases.cells(codec.decode(new int[400], Cases.draws(1, 600, 400)));
        Set<String> all = new HashSet<>(first);
        all.addAll(next);
        assertThat(all).hasSize(1000).allMatch(text -> text.matches("KX-\\d{3}"));
    }

    @Test
    void shapesOfFewRowsFallBackToCoarserOnes() {
        List<String> names = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            names.add("A" + "b".repeat(random.nextInt(15)) + " C" + "d".repeat(random.nextInt(15)));
        }
        ShapeCodec codec = (ShapeCodec) Cases.learn(Cases.TEXT, Cases.texts(names), Kind.TEXT, K);
        assertThat(codec.parts().shapes()).isNotEmpty().allMatch(Shape::isCoarse);
        for (long weight : codec.parts().weights()) {
            assertThat(weight).isGreaterThanOrEqualTo(K);
        }
    }

    @Test
    void aPrefixThatFewRowsHaveIsNotShown() {
        List<String> cells = plates(500);
        for (int i = 0; i < 9; i++) {
            cells.add("ZQ-000000" + i);
        }
        ShapeCodec codec = (ShapeCodec) Cases.learn(Cases.TEXT, Cases.texts(cells), Kind.IDENTIFIER, K);
        assertThat(codec.parts().shapes()).containsExactly("\\K\\X-9999999");
    }

    @Test
    void withoutAnySharedShapeAWordIsMadeUp() {
        Codec codec = Cases.learn(Cases.TEXT, Cases.texts(List.of("a", "bb", "3", "?")), Kind.TEXT, K);
        assertThat(Cases.cells(Cases.decode(codec, new int[20], 1))).allMatch(text -> text.matches("[a-z]{7,8}"));
    }

    private static List<String> twoShapesAndMissing() {
        List<String> cells = new ArrayList<>(plates(100));
        for (int i = 0; i < 100; i++) {
            cells.add(i < 20 ? null : "Some longer remark about the customer, with number " + i);
        }
        return cells;
    }

    private static List<String> plates(int rows) {
        Random random = new Random(1);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(String.format("KX-%07d", random.nextInt(10_000_000)));
        }
        return cells;
    }
}

package io.understudy.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Room;
import io.understudy.raw.RawColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every codec. */
abstract class CodecContract {
    private static final int DRAWS_A_CODE = 50;

    /** A codec learned from {@link #training}. */
    abstract Codec codec();

    abstract RawColumn training();

    /** Values that were not in training, and a missing one. */
    abstract RawColumn unseen();

    /** The codec taken apart and put together again. */
    abstract Codec rebuilt(Codec codec);

    /** Whether a code stands for values that are shown, so that they are encoded to it again. */
    boolean shown(int code) {
        return true;
    }

    @Test
    void everyDecodedValueHasTheCodeItWasDecodedFrom() {
        Codec codec = codec();
        int[] codes = allCodes();
        int[] again = Cases.encode(codec, Cases.decode(codec, codes, 1));
        for (int row = 0; row < codes.length; row++) {
            if (shown(codes[row])) {
                assertThat(again[row]).isEqualTo(codes[row]);
            }
        }
    }

    @Test
    void everyValueHasACodeEvenIfItWasNeverSeen() {
        Codec codec = codec();
        for (RawColumn column : List.of(training(), unseen())) {
            for (int code : Cases.encode(codec, column)) {
                assertThat(code).isBetween(0, codec.variable().size() - 1);
            }
        }
    }

    @Test
    void everyCodeOccursInTraining() {
        assertThat(Arrays.stream(Cases.encode(codec(), training())).distinct().count())
                .isEqualTo(codec().variable().size());
    }

    @Test
    void missingHasCodeZeroWhereTheVariableSaysSo() {
        Codec codec = codec();
        RawColumn column = training();
        int[] codes = Cases.encode(codec, column);
        RawColumn decoded = Cases.decode(codec, codes, 2);
        boolean missing = codec.variable().missing();
        for (int row = 0; row < codes.length; row++) {
            assertThat(missing && codes[row] == 0).isEqualTo(missing && column.missing(row));
            assertThat(decoded.missing(row)).isEqualTo(missing && codes[row] == 0);
        }
    }

    @Test
    void decodedRowsDoNotDependOnHowTheyAreCutIntoBlocks() {
        Codec codec = codec();
        int[] codes = allCodes();
        List<String> whole = Cases.cells(codec.decode(codes, Cases.draws(3, 1000, codes.length)));
        int cut = codes.length / 3;
        int[] rest = Arrays.copyOfRange(codes, cut, codes.length);
        assertThat(Cases.cells(codec.decode(codes, Cases.draws(3, 1000, cut)).select(positions(cut), cut)))
                .isEqualTo(whole.subList(0, cut));
        assertThat(Cases.cells(codec.decode(rest, Cases.draws(3, 1000 + cut, rest.length))))
                .isEqualTo(whole.subList(cut, codes.length));
    }

    @Test
    void roomThatServedOtherRowsMakesNoDifference() {
        Codec codec = codec();
        int[] codes = allCodes();
        Room room = Room.again();
        Cases.cells(codec.decode(reversed(codes), Cases.draws(9, 0, codes.length, room)));
        room.clear();

        assertThat(Cases.cells(codec.decode(codes, Cases.draws(3, 1000, codes.length, room))))
                .isEqualTo(Cases.cells(codec.decode(codes, Cases.draws(3, 1000, codes.length))));
    }

    private static int[] reversed(int[] codes) {
        return IntStream.range(0, codes.length)
                .map(i -> codes[codes.length - 1 - i])
                .toArray();
    }

    @Test
    void codecsSurviveSerializationAndBeingTakenApart() throws IOException, ClassNotFoundException {
        Codec codec = codec();
        for (Codec copy : List.of(serialized(codec), rebuilt(codec))) {
            assertThat(copy.variable()).isEqualTo(codec.variable());
            assertThat(Cases.encode(copy, training())).isEqualTo(Cases.encode(codec, training()));
            assertThat(Cases.cells(Cases.decode(copy, allCodes(), 4)))
                    .isEqualTo(Cases.cells(Cases.decode(codec, allCodes(), 4)));
        }
    }

    private int[] allCodes() {
        int size = codec().variable().size();
        return IntStream.range(0, size * DRAWS_A_CODE).map(i -> i % size).toArray();
    }

    private static int[] positions(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static Codec serialized(Codec codec) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(codec);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Codec) in.readObject();
        }
    }
}

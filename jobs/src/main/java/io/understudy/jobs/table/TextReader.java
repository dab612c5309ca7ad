package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.unsafe.types.UTF8String;

/** Collects texts against a vocabulary of the batch, so that a Java string is made once a distinct text. */
final class TextReader extends CellReader {
    private static final int ABSENT = -1;

    private final boolean binary;
    private final int rows;
    private final int[] slots;
    private final UTF8String[] texts;
    private int[] ids;
    private int size;
    /** By number in the file's dictionary: an id plus one, 0 where the batch has not had it yet. */
    private int[] idOfNumber = new int[256];

    private final int[] seenNumbers;

    TextReader(ColumnType type, int rows) {
        this.binary = type instanceof ColumnType.Binary;
        this.rows = rows;
        this.slots = new int[Integer.highestOneBit(Math.max(1, rows)) << 2];
        this.texts = new UTF8String[rows];
        this.ids = new int[rows];
        this.seenNumbers = new int[rows];
    }

    @Override
    void absent(int index) {
        ids[index] = ABSENT;
    }

    @Override
    void present(SpecializedGetters from, int ordinal, int index) {
        ids[index] = id(text(from, ordinal));
    }

    private UTF8String text(SpecializedGetters from, int ordinal) {
        return binary ? UTF8String.fromBytes(from.getBinary(ordinal)) : from.getUTF8String(ordinal);
    }

    @Override
    RawColumn read(ColumnVector column, int rows) {
        return column instanceof WritableColumnVector numbered && numbered.hasDictionary()
                ? readNumbered(numbered, rows)
                : super.read(column, rows);
    }

    /** The file has a dictionary: its distinct texts are numbered already, and only the first of each is looked at. */
    private RawColumn readNumbered(WritableColumnVector column, int rows) {
        WritableColumnVector numbers = column.getDictionaryIds();
        ColumnarArray cells = new ColumnarArray(column, 0, rows);
        for (int row = 0; row < rows; row++) {
            if (column.isNullAt(row)) {
                absent(row);
                continue;
            }
            int number = numbers.getDictId(row);
            if (number >= idOfNumber.length) {
                idOfNumber = Arrays.copyOf(idOfNumber, 2 * number);
            }
            if (idOfNumber[number] == 0) {
                present(cells, row, row);
                idOfNumber[number] = ids[row] + 1;
                seenNumbers[ids[row]] = number;
            }
            ids[row] = idOfNumber[number] - 1;
        }
        for (int id = 0; id < size; id++) {
            idOfNumber[seenNumbers[id]] = 0;
        }
        return take();
    }

    /** Open addressing; a slot holds an id plus one, 0 where it is free. */
    private int id(UTF8String text) {
        int mask = slots.length - 1;
        int slot = text.hashCode() & mask;
        while (slots[slot] != 0) {
            if (texts[slots[slot] - 1].binaryEquals(text)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        texts[size] = text.copy();
        slots[slot] = ++size;
        return size - 1;
    }

    @Override
    RawColumn take() {
        String[] vocabulary = new String[size];
        for (int id = 0; id < size; id++) {
            vocabulary[id] =
                    binary ? new String(texts[id].getBytes(), StandardCharsets.ISO_8859_1) : texts[id].toString();
        }
        RawColumn taken = new RawColumn.Texts(ids, vocabulary);
        ids = new int[rows];
        Arrays.fill(slots, 0);
        size = 0;
        return taken;
    }
}

package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
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

    TextReader(ColumnType type, int ordinal, int rows) {
        super(ordinal);
        this.binary = type instanceof ColumnType.Binary;
        this.rows = rows;
        this.slots = new int[Integer.highestOneBit(Math.max(1, rows)) << 2];
        this.texts = new UTF8String[rows];
        this.ids = new int[rows];
    }

    @Override
    void absent(int index) {
        ids[index] = ABSENT;
    }

    @Override
    void present(InternalRow row, int ordinal, int index) {
        ids[index] = id(binary ? UTF8String.fromBytes(row.getBinary(ordinal)) : row.getUTF8String(ordinal));
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

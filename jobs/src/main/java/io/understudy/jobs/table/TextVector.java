package io.understudy.jobs.table;

import io.understudy.raw.RawColumn;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Texts, or bytes, each made ready for Spark once a vocabulary and not once a row. */
final class TextVector extends CellVector {
    private final boolean binary;
    private int[] ids = {};
    private String[] vocabulary = {};
    /** What has been made ready of the vocabulary; kept while blocks share a vocabulary. */
    private @Nullable UTF8String[] ready = {};

    TextVector(boolean binary, DataType spark) {
        super(spark);
        this.binary = binary;
    }

    @Override
    void show(RawColumn cells) {
        RawColumn.Texts texts = (RawColumn.Texts) cells;
        ids = texts.ids();
        if (texts.vocabulary() != vocabulary) {
            vocabulary = texts.vocabulary();
            ready = new UTF8String[binary ? 0 : vocabulary.length];
        }
    }

    @Override
    public boolean isNullAt(int row) {
        return ids[row] < 0;
    }

    @Override
    public UTF8String getUTF8String(int row) {
        int id = ids[row];
        UTF8String text = ready[id];
        if (text == null) {
            text = UTF8String.fromString(vocabulary[id]);
            ready[id] = text;
        }
        return text;
    }

    @Override
    public byte[] getBinary(int row) {
        return vocabulary[ids[row]].getBytes(StandardCharsets.ISO_8859_1);
    }
}

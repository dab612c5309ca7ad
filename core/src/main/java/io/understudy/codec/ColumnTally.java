package io.understudy.codec;

import io.understudy.codec.personal.Trait;
import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.stat.DyadicCounts;
import java.io.Serializable;
import java.util.Arrays;

/** The running counts of one column. */
final class ColumnTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Texts beyond this length are counted but not remembered: they are passages, not labels. */
    static final int MAX_LABEL = 1_000;

    private final DyadicCounts values;
    private final DyadicCounts shapes;
    private final FormTally forms;
    private final long[] traits = Trait.zero();
    private long missing;

    /** @param share the most cells this column may have by the table's budget */
    ColumnTally(ColumnType type, int share) {
        values = new DyadicCounts(Math.min(share, type.keyed() ? Profile.KEY_CELLS : Profile.TEXT_CELLS));
        shapes = new DyadicCounts(Math.min(share, Profile.SHAPE_CELLS));
        forms = new FormTally(Math.min(share, Profile.FORM_CELLS));
    }

    void add(RawColumn column, int rows) {
        if (column instanceof RawColumn.Keyed keyed) {
            addKeys(keyed, rows);
        } else if (column instanceof RawColumn.Texts texts) {
            addTexts(texts, rows);
        }
    }

    void merge(ColumnTally other) {
        values.merge(other.values);
        shapes.merge(other.shapes);
        forms.merge(other.forms);
        Arrays.setAll(traits, trait -> traits[trait] + other.traits[trait]);
        missing += other.missing;
    }

    ColumnCounts counts(Column column, long rows) {
        TextCounts texts = column.type().keyed() ? TextCounts.NONE : texts();
        return new ColumnCounts(column, rows, missing, values.cells(), texts);
    }

    private TextCounts texts() {
        return new TextCounts(
                shapes.cells(), forms.counts(), Arrays.stream(traits).boxed().toList());
    }

    /** Equal neighbours are counted together: sorted and constant columns cost next to nothing. */
    private void addKeys(RawColumn.Keyed column, int rows) {
        long[] keys = column.keys();
        boolean[] absent = column.absent();
        long run = 0;
        long runKey = 0;
        for (int row = 0; row < rows; row++) {
            if (absent[row]) {
                missing++;
            } else if (run > 0 && keys[row] == runKey) {
                run++;
            } else {
                if (run > 0) {
                    values.add(runKey, run);
                }
                runKey = keys[row];
                run = 1;
            }
        }
        if (run > 0) {
            values.add(runKey, run);
        }
    }

    private void addTexts(RawColumn.Texts column, int rows) {
        int[] counts = new int[column.vocabulary().length];
        for (int row = 0; row < rows; row++) {
            int id = column.ids()[row];
            if (id < 0) {
                missing++;
            } else {
                counts[id]++;
            }
        }
        for (int id = 0; id < counts.length; id++) {
            if (counts[id] > 0) {
                addText(column.vocabulary()[id], counts[id]);
            }
        }
    }

    private void addText(String text, int count) {
        if (text.length() <= MAX_LABEL) {
            values.add(Hash.of(text), count, text);
        } else {
            values.add(Hash.of(text), count);
        }
        String shape = Shape.of(text);
        shapes.add(Hash.of(shape), count, shape);
        forms.add(text, count);
        Trait.count(text, count, traits);
    }
}

package io.understudy.codec;

import io.understudy.codec.form.Form;
import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.util.Arrays;

/** Codes of texts for checks where they are numbers, days or times; a text that cannot be read counts as missing. */
final class AssessedForm implements AssessedColumn {
    private static final long serialVersionUID = 1L;

    private final Form form;
    private final AssessedKeys keys;

    AssessedForm(ColumnCounts training, Formatted formatted, Kind kind) {
        form = formatted.form();
        keys = new AssessedKeys(training.read(formatted), kind);
    }

    @Override
    public Variable variable() {
        return keys.variable();
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        RawColumn.Texts texts = (RawColumn.Texts) from;
        String[] vocabulary = texts.vocabulary();
        RawColumn.Keyed read = new RawColumn.Keyed(vocabulary.length);
        Arrays.setAll(read.keys(), id -> form.parse(vocabulary[id]));
        for (int id = 0; id < vocabulary.length; id++) {
            read.absent()[id] = read.keys()[id] == Form.NONE;
        }
        int[] codes = new int[vocabulary.length];
        keys.encode(read, codes.length, codes);
        for (int row = 0; row < rows; row++) {
            into[row] = texts.ids()[row] < 0 ? 0 : codes[texts.ids()[row]];
        }
    }

    @Override
    public int[] positions() {
        return keys.positions();
    }

    @Override
    public double[] numbers() {
        return keys.numbers();
    }
}

package io.understudy.jobs.personal;

import io.understudy.codec.AbsentCodec;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small tables of texts to treat. */
final class Tables {
    static final Map<String, String> ENVIRONMENT = Map.of("UNDERSTUDY_KEY", "0123456789abcdef0123456789abcdef");

    private Tables() {}

    static TreatedColumn text(String name, Kind kind, Applied applied) {
        return new TreatedColumn(name, new ColumnType.Text(), kind, new AbsentCodec(name, false), applied);
    }

    static TreatedColumn plain(String name) {
        return text(name, Kind.CATEGORY, new Applied.Nothing());
    }

    static Applied fake(String locale, Style style, boolean distinct) {
        return new Applied.Faked(locale, !locale.equals(Locales.DEFAULT), style, distinct);
    }

    static Applied fake() {
        return fake(Locales.DEFAULT, Style.PLAIN, false);
    }

    /** So many rows, each column one text for all of them; an empty text stands for missing. */
    static RawBlock same(int rows, String... texts) {
        return new RawBlock(
                rows,
                Arrays.stream(texts)
                        .<RawColumn>map(text -> new RawColumn.Texts(
                                IntStream.range(0, rows)
                                        .map(row -> text.isEmpty() ? -1 : 0)
                                        .toArray(),
                                new String[] {text}))
                        .toList());
    }

    static Treatments treatments(TreatedColumn... columns) {
        return Treatments.of(List.of(columns), ENVIRONMENT, Real.NONE);
    }

    /** The texts of a column; an empty one where missing. */
    static List<String> texts(RawBlock block, int column) {
        RawColumn.Texts cells = (RawColumn.Texts) block.columns().get(column);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            texts.add(cells.missing(row) ? "" : cells.vocabulary()[cells.ids()[row]]);
        }
        return texts;
    }

    /** Made-up texts of one column, all from one template. */
    static List<String> faked(Kind kind, String template, Applied how) {
        Treatments treatments = treatments(text("column", kind, how));
        return texts(treatments.synthetic(same(1000, template), 0, 7), 0);
    }
}

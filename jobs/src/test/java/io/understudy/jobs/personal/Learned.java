package io.understudy.jobs.personal;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Profile;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.job.Treatment;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of one column called {@code a}, profiled, and what is decided about it. */
record Learned(Column column, RawColumn cells, int rows) {

    static Learned keys(ColumnType type, long... keys) {
        return new Learned(
                new Column("a", type, true), new RawColumn.Keyed(keys, new boolean[keys.length]), keys.length);
    }

    static Learned texts(String... texts) {
        int[] ids = new int[texts.length];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = row;
        }
        return new Learned(new Column("a", new ColumnType.Text(), true), new RawColumn.Texts(ids, texts), texts.length);
    }

    Applied decided(Kind kind, Optional<Treatment> asked) {
        Profile profile = new Profile(List.of(column));
        List<ColumnCounts> counts = profile.finish(profile.add(profile.zero(), new RawBlock(rows, List.of(cells))));
        TableCodec codec = TableCodec.learn(counts, Settings.defaults().withKinds(Map.of("a", kind)));
        return new Decision(counts.get(0), kind, codec.codecs().get(0), 10).applied(asked);
    }

    TreatedColumn treated(Kind kind, Treatment asked) {
        Profile profile = new Profile(List.of(column));
        List<ColumnCounts> counts = profile.finish(profile.add(profile.zero(), new RawBlock(rows, List.of(cells))));
        TableCodec codec = TableCodec.learn(counts, Settings.defaults().withKinds(Map.of("a", kind)));
        return new TreatedColumn("a", column.type(), kind, codec.codecs().get(0), decided(kind, Optional.of(asked)));
    }

    /** The column's own rows as if they were synthetic, treated. */
    RawColumn synthetic(Kind kind, Treatment asked) {
        return Tables.treatments(treated(kind, asked))
                .synthetic(new RawBlock(rows, List.of(cells)), 0, 1)
                .columns()
                .get(0);
    }
}

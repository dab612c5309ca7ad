package io.understudy.jobs.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.codec.Codec;
import io.understudy.codec.ColumnCounts;
import io.understudy.codec.FormattedCodec;
import io.understudy.codec.LabelCodec;
import io.understudy.codec.OrderedCodec;
import io.understudy.codec.Profile;
import io.understudy.codec.Rare;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.io.Json;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredCodecTest {
    private static final int ROWS = 2_000;

    @Test
    void everyCodecReadsItselfFromJson() {
        List<Column> columns = List.of(
                column("price", new ColumnType.Text()),
                column("day", new ColumnType.Text()),
                column("label", new ColumnType.Text()),
                column("at", new ColumnType.Timestamp()));
        long[] times = IntStream.range(0, ROWS)
                .mapToLong(row -> 86_400_000_000L * row + 3_600_000_000L * (8 + row % 9))
                .toArray();
        RawBlock block = new RawBlock(
                ROWS,
                List.of(
                        texts(row -> row % 7 == 0 ? "N/A" : "$%d.%02d".formatted(row, row % 100)),
                        texts(row -> "%02d.%02d.2020".formatted(1 + row % 28, 1 + row / 28 % 12)),
                        texts(row -> row % 3 == 0 ? "rare " + row : "Often"),
                        new RawColumn.Keyed(times, new boolean[ROWS])));
        Profile profile = new Profile(columns);
        List<ColumnCounts> counts = profile.finish(profile.add(profile.zero(), block));
        TableCodec codec = TableCodec.learn(counts, Settings.defaults().withRare(Map.of("label", Rare.REPLACE)));
        assertThat(codec.codecs())
                .<Class<?>>extracting(Codec::getClass)
                .containsExactly(FormattedCodec.class, FormattedCodec.class, LabelCodec.class, OrderedCodec.class);
        TableCodec read = new TableCodec(
                codec.columns(),
                codec.kinds(),
                codec.codecs().stream().map(StoredCodecTest::read).toList());
        assertThat(read.encode(block).toArrays()).isEqualTo(codec.encode(block).toArrays());
        RawBlock decoded = codec.decode(codec.encode(block), 1);
        RawBlock again = read.decode(codec.encode(block), 1);
        assertThat(again.contentHashes(new int[] {0, 1, 2, 3}))
                .isEqualTo(decoded.contentHashes(new int[] {0, 1, 2, 3}));
        assertThat(Arrays.asList(((RawColumn.Texts) decoded.columns().get(2)).vocabulary()))
                .contains("Often", "Other");
    }

    private static Codec read(Codec codec) {
        byte[] json = Json.bytes(new Held(StoredCodec.of(codec)));
        return Json.readIfWhole(json, Held.class).orElseThrow().codec().codec();
    }

    record Held(StoredCodec codec) {}

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    private static RawColumn.Texts texts(IntFunction<String> text) {
        String[] vocabulary = IntStream.range(0, ROWS).mapToObj(text).toArray(String[]::new);
        return new RawColumn.Texts(IntStream.range(0, ROWS).toArray(), vocabulary);
    }
}

package io.understudy.jobs.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.KeyForm;
import io.understudy.codec.Profile;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Coarser;
import io.understudy.jobs.personal.Style;
import io.understudy.jobs.quickstart.InsuranceClaims;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.model.Estimator;
import io.understudy.model.Model;
import io.understudy.model.bayes.TreeNetworkEstimator;
import io.understudy.model.bayes.TreeNetworkSettings;
import io.understudy.model.copula.CopulaEstimator;
import io.understudy.stat.BloomFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that was stored and read again is the model it was. */
class ModelFileTest {
    private static final long SEED = 4;

    private static final List<Applied> TREATMENTS = List.of(
            new Applied.Nothing(),
            new Applied.Faked("de", true, Style.PLAIN, true),
            new Applied.Pseudonymised(new KeySource(KeySource.Place.FILE, "/key"), true),
            new Applied.Masked(4),
            new Applied.Rounded(KeyForm.DOUBLE, 0.5),
            new Applied.Months(),
            new Applied.Days(),
            new Applied.Coarsened(Coarser.DOMAIN, List.of("example.com"), new long[] {10}),
            new Applied.Perturbed(2.5));

    static Stream<Estimator<? extends Model>> families() {
        return Stream.of(new TreeNetworkEstimator(TreeNetworkSettings.of(0.5, 10)), new CopulaEstimator());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aStoredModelSamplesAndDecodesTheSameRows(Estimator<? extends Model> estimator) {
        SourceRows rows = SourceRows.of(InsuranceClaims.table(TestSpark.session(), 2_000, 1));
        List<ColumnCounts> counts = rows.fold(new Profile(rows.columns()));
        TableCodec codec = TableCodec.learn(counts, Settings.defaults());
        SparkTable table = rows.encode(codec.domain(), codec::encode, 2_000);
        Model model = estimator.fit(table);
        table.blocks().unpersist();
        BloomFilter taken = BloomFilter.of(2_000, Long.MAX_VALUE);
        taken.add(SEED);
        ModelFile file = new ModelFile(
                ModelFile.FORMAT,
                profile(codec),
                InsuranceClaims.schema().json(),
                Map.of(3, taken.parts()),
                "asked",
                ModelFile.Stored.of(model));

        ModelFile read = Json.readIfWhole(Json.bytes(file), ModelFile.class).orElseThrow();

        assertThat(drawn(read.model().model(), read.profile().codec())).isEqualTo(drawn(model, codec));
        assertThat(Json.bytes(read)).isEqualTo(Json.bytes(file));
        assertThat(read.rowType()).isEqualTo(InsuranceClaims.schema());
        assertThat(read.realValues().column(3).holds(SEED)).isTrue();
        assertThat(read.realValues().column(3).holds(SEED + 1)).isFalse();
    }

    private static ProfileFile profile(TableCodec codec) {
        List<ProfileFile.Entry> entries = IntStream.range(0, codec.columns().size())
                .mapToObj(c -> new ProfileFile.Entry(
                        codec.columns().get(c).name(),
                        codec.columns().get(c).type(),
                        codec.columns().get(c).nullable(),
                        codec.kinds().get(c),
                        "",
                        1,
                        0,
                        0,
                        StoredCodec.of(codec.codecs().get(c)),
                        TREATMENTS.get(c % TREATMENTS.size())))
                .toList();
        return new ProfileFile(ProfileFile.FORMAT, new Basis("in", "1", "", "hash"), 2_000, 0, 0, 10, entries);
    }

    /** Content hashes of decoded rows. */
    private static long[] drawn(Model model, TableCodec codec) {
        Block block = Block.empty(model.domain(), 1_000, 3_000);
        model.sample(SEED, block);
        int[] all = IntStream.range(0, codec.columns().size()).toArray();
        return codec.decode(block, SEED).contentHashes(all);
    }
}

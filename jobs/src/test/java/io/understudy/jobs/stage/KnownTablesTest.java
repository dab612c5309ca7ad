package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.attack.SinglingOut;
import io.understudy.check.attack.TargetedAttacks;
import io.understudy.check.membership.Membership;
import io.understudy.check.privacy.Distances;
import io.understudy.check.quality.Fidelity;
import io.understudy.gate.Breach;
import io.understudy.gate.Gate;
import io.understudy.gate.Preset;
import io.understudy.gate.Rule;
import io.understudy.jobs.job.file.JobFile;
import io.understudy.neighbour.Nearest;
import io.understudy.stat.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate says of tables of which it is known whether they leak, all made from the rows of Adult. */
@Tag("slow")
class KnownTablesTest {
    private static final String ADULT = "adult";
    private static final int ONE_IN = 100;
    /** A number of which nearly every row has its own. */
    private static final String JITTERED = "fnlwgt";

    private static PublicTable train = new PublicTable(new StructType(), List.of());
    private static PublicTable holdout = train;

    @TempDir
    static Path folder;

    private static List<Check> checks = List.of();

    @BeforeAll
    static void readTables() throws IOException {
        assumeTrue(PublicTable.there(ADULT), "the public tables are not here");
        train = PublicTable.read(ADULT, "train");
        holdout = PublicTable.read(ADULT, "holdout");
        Path file =
                Files.writeString(folder.resolve("job.yaml"), "input: { path: in }\noutput: { path: out }\nseed: 0\n");
        checks = new Checks(
                        JobFile.read(file, List.of(), Map.of()),
                        10,
                        Preset.DEFAULT.gate().confidence())
                .ofAll().stream().filter(KnownTablesTest::isAskedFor).toList();
    }

    /** Those whose findings the presets have rules on. */
    private static boolean isAskedFor(Check check) {
        return check instanceof Distances
                || check instanceof SinglingOut
                || check instanceof TargetedAttacks
                || check instanceof Membership
                || check instanceof Fidelity;
    }

    /** Real rows of which half are held out and half are nobody's the model knows: the same of every seed. */
    private record Halves(PublicTable heldOut, PublicTable others) {
        static Halves of(long seed) {
            PublicTable shuffled = holdout.shuffled(seed);
            int half = shuffled.size() / 2;
            return new Halves(shuffled.part(0, half), shuffled.part(half, 2 * half));
        }
    }

    private static List<Finding> measure(PublicTable heldOut, PublicTable synthetic) {
        Assessed tables = PublicTable.assessed(train, heldOut, synthetic);
        return checks.stream().flatMap(check -> check.measure(tables).stream()).toList();
    }

    private static Set<String> broken(Preset preset, List<Finding> findings) {
        return broken(preset.gate(), findings);
    }

    private static Set<String> broken(Gate gate, List<Finding> findings) {
        return gate.breaches(findings).stream()
                .map(Breach::rule)
                .map(Rule::finding)
                .collect(Collectors.toSet());
    }

    private static Finding finding(List<Finding> findings, String metric, String subject) {
        return findings.stream()
                .filter(one -> one.metric().equals(metric) && one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsLearnedFromAreRefusedByEveryRuleOnPrivacy() {
        List<Finding> findings = measure(holdout, train);
        assertThat(broken(Preset.DEFAULT, findings))
                .containsExactlyInAnyOrderElementsOf(Preset.DEFAULT.gate().rules().stream()
                        .map(Rule::finding)
                        .filter(name -> name.startsWith("privacy."))
                        .toList());
    }

    /** Intervals are those of all rules together; 20 tables of 20. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void anotherRealSampleBreaksNoRule(long seed) {
        Halves halves = Halves.of(seed);
        List<Finding> findings = measure(halves.heldOut(), halves.others());
        assertThat(broken(Preset.DEFAULT, findings)).isEmpty();
        assertThat(broken(Preset.STRICT, findings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void oneLeakedRowInAHundredIsFound(long seed) {
        Halves halves = Halves.of(seed);
        int leaked = halves.others().size() / ONE_IN;
        PublicTable leaking = halves.others()
                .part(leaked, halves.others().size())
                .and(train.shuffled(seed).part(0, leaked));
        assertThat(broken(Preset.DEFAULT, measure(halves.heldOut(), leaking))).contains("privacy.copies-excess");
    }

    @Test
    void rowsLearnedFromWithOneNumberJitteredAreFoundThoughNoCopyExists() {
        PublicTable jittered = jittered(train);
        assertThat(new HashSet<>(train.rows())).doesNotContainAnyElementsOf(jittered.rows());
        List<Finding> findings = measure(holdout, jittered);
        assertThat(finding(findings, "exact-copies", "").value())
                .as("but for a few whose rank is the same to 1 in 65,536")
                .isLessThan(0.001);
        assertThat(broken(Preset.DEFAULT, findings))
                .contains("privacy.closer-to-train", "privacy.membership-auc", "privacy.membership-tpr-percent");
    }

    /** One number of every row, one per cent up or down. */
    private static PublicTable jittered(PublicTable table) {
        Random random = new Random(1);
        int column = table.column(JITTERED);
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            long value = row.getLong(column);
            long by = Math.max(1, Math.round(0.01 * value));
            rows.add(PublicTable.with(row, column, random.nextBoolean() ? value + by : value - by));
        }
        return table.with(rows);
    }

    /** So few rows move no average of distances: what finds them is that they are copies. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void copiesOfRowsThatStandOutAreFoundThoughDistancesAreAsBefore(long seed) {
        Halves halves = Halves.of(seed);
        PublicTable leaked = isolated(halves.others().size() / ONE_IN);
        List<Finding> findings = measure(halves.heldOut(), halves.others().and(leaked));
        assertThat(broken(Preset.STRICT, findings)).doesNotContain("privacy.closer-to-train");
        assertThat(broken(Preset.DEFAULT, findings)).contains("privacy.copies-excess");
    }

    /** The same without a single copy: what finds them is that nothing else would lead there. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void likenessesOfRowsThatStandOutAreFoundThoughNoneIsACopy(long seed) {
        Halves halves = Halves.of(seed);
        PublicTable leaked = jittered(isolated(halves.others().size() / ONE_IN));
        List<Finding> findings = measure(halves.heldOut(), halves.others().and(leaked));
        assertThat(broken(Preset.STRICT, findings)).doesNotContain("privacy.closer-to-train", "privacy.copies-excess");
        assertThat(broken(Preset.DEFAULT, findings)).contains("privacy.outliers-closer-to-train");
    }

    /** The rows learned from that lie farthest from all others learned from. */
    private static PublicTable isolated(int count) {
        Assessed tables = PublicTable.assessed(train, holdout, holdout.part(0, 1));
        List<Integer> apart = tables.search().compute(tables.train(), List.of(tables.train()), new Apart());
        return train.with(IntStream.range(0, train.size())
                .boxed()
                .sorted(Comparator.comparing(apart::get, Comparator.reverseOrder()))
                .limit(count)
                .map(train.rows()::get)
                .toList());
    }

    /** How far the next row is, by row. */
    private record Apart() implements Fold<Nearest, List<Integer>, List<Integer>> {
        @Override
        public List<Integer> zero() {
            return new ArrayList<>();
        }

        @Override
        public List<Integer> add(List<Integer> state, Nearest found) {
            IntStream.range(0, found.rows()).map(found.in(0)::second).forEach(state::add);
            return state;
        }

        @Override
        public List<Integer> merge(List<Integer> left, List<Integer> right) {
            left.addAll(right);
            return left;
        }

        @Override
        public List<Integer> finish(List<Integer> state) {
            return state;
        }
    }
}

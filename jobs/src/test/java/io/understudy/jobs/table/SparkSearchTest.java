package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.attack.SinglingOut;
import io.understudy.check.attack.TargetedAttacks;
import io.understudy.check.membership.Membership;
import io.understudy.check.privacy.Distances;
import io.understudy.check.privacy.disclosure.Disclosure;
import io.understudy.check.quality.KWay;
import io.understudy.domain.Block;
import io.understudy.jobs.TestSpark;
import io.understudy.neighbour.Closest;
import io.understudy.neighbour.ClosestRows;
import io.understudy.neighbour.Condition;
import io.understudy.neighbour.KNearest;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.RowsMeeting;
import io.understudy.neighbour.Space;
import io.understudy.stat.Blocks;
import io.understudy.stat.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A distributed search finds what a search in memory finds, whatever the partitions and tiles. */
class SparkSearchTest {
    private static final long SEED = 3;
    private static final Space SPACE =
            new Space(Codes.DOMAIN, List.of(new Space.Labels(), numbers(300), numbers(70_000)));
    private static final List<Block> TRAIN = Codes.blocks(3_000, 900, 1);
    private static final List<Block> HOLDOUT = Codes.blocks(700, 500, 2);
    private static final List<Block> QUERIES = Codes.blocks(5_000, 2_500, 4);

    private static Space.Numbers numbers(int size) {
        return new Space.Numbers(
                IntStream.range(0, size)
                        .map(code -> (int) ((long) code * Space.UNIT / size))
                        .toArray(),
                IntStream.range(0, size).asDoubleStream().toArray());
    }

    /** Everything found, one text a query, as a multiset: sorted. */
    private record Everything() implements Fold<Nearest, ArrayList<String>, List<String>> {
        @Override
        public ArrayList<String> zero() {
            return new ArrayList<>();
        }

        @Override
        public ArrayList<String> add(ArrayList<String> state, Nearest found) {
            for (int row = 0; row < found.rows(); row++) {
                StringBuilder text = new StringBuilder();
                for (Neighbours in : found.references()) {
                    text.append(in.nearest(row)).append(' ').append(in.second(row));
                    text.append(' ').append(in.ties(row)).append(' ').append(in.witness(row));
                    text.append("; ");
                }
                state.add(text.toString());
            }
            return state;
        }

        @Override
        public ArrayList<String> merge(ArrayList<String> left, ArrayList<String> right) {
            left.addAll(right);
            return left;
        }

        @Override
        public List<String> finish(ArrayList<String> state) {
            return state.stream().sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0} partitions, {1} rows a tile")
    @CsvSource({"1, 1000000", "3, 1000000", "8, 1000000", "3, 400", "8, 100"})
    void findsWhatASearchInMemoryFinds(int partitions, long rowsPerTile) {
        List<String> expected = new LocalSearch(SPACE, SEED)
                .compute(Codes.local(QUERIES), List.of(Codes.local(TRAIN), Codes.local(HOLDOUT)), new Everything());

        List<String> found;
        try (SparkSearch search = new SparkSearch(SPACE, SEED, rowsPerTile, line -> {})) {
            found = search.compute(
                    Codes.spread(QUERIES, partitions),
                    List.of(Codes.spread(TRAIN, partitions), Codes.spread(HOLDOUT, partitions)),
                    new Everything());
        }

        assertThat(found).hasSize(5_000).isEqualTo(expected);
    }

    /** Distances, and all that is counted. */
    private static List<Check> checks() {
        return List.of(
                new Distances(0.95),
                new SinglingOut(0.95, 100, SEED),
                new TargetedAttacks(0.95, 100, SEED),
                new Membership(0.95, SEED),
                new Disclosure(List.of("label", "number"), List.of("wide"), 5, 0.95),
                new KWay());
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 3, 8})
    void findingsAreTheSameForAnyPartitions(int partitions) {
        Assessed whole = new Assessed(
                SPACE, Codes.local(TRAIN), Codes.local(HOLDOUT), Codes.local(QUERIES), new LocalSearch(SPACE, SEED));
        try (SparkSearch search = new SparkSearch(SPACE, SEED, line -> {})) {
            Assessed spread = new Assessed(
                    SPACE,
                    Codes.spread(TRAIN, partitions),
                    Codes.spread(HOLDOUT, partitions),
                    Codes.spread(QUERIES, partitions),
                    search);
            for (Check check : checks()) {
                assertThat(check.measure(spread)).isNotEmpty().isEqualTo(check.measure(whole));
            }
        }
    }

    @ParameterizedTest(name = "{0} partitions, {1} rows a tile")
    @CsvSource({"1, 1000000", "3, 1000000", "3, 400", "8, 100"})
    void rowsWithTheirContentsAreFoundAsByLookingAtEveryPair(int partitions, long rowsPerTile) {
        Block queries = Blocks.concatenate(Codes.DOMAIN, TRAIN).select(new int[] {0, 5, 7}, 3);
        List<List<Integer>> sets = List.of(List.of(0, 2), List.of(1));

        Closest expected = Codes.local(QUERIES).compute(new KNearest(SPACE, queries, sets, 4));
        Closest found;
        try (SparkSearch search = new SparkSearch(SPACE, SEED, rowsPerTile, line -> {})) {
            found = search.ask(Codes.spread(QUERIES, partitions), new ClosestRows(SPACE, queries, sets, 4));
        }

        assertThat(answers(found)).hasSize(2 * 3 * 4).isEqualTo(answers(expected));
    }

    @ParameterizedTest(name = "{0} partitions, {1} rows a tile")
    @CsvSource({"1, 1000000", "3, 400", "8, 100"})
    void rowsThatMeetConditionsAreCountedAsByLookingAtEveryRow(int partitions, long rowsPerTile) {
        Block rows = Blocks.concatenate(Codes.DOMAIN, QUERIES);
        List<List<Condition>> queries = new ArrayList<>();
        for (int code = 0; code < Codes.DOMAIN.size(0); code++) {
            queries.add(List.of(Condition.equal(0, code)));
            queries.add(List.of(Condition.equal(0, code).not(), Condition.atLeast(2, code, Codes.DOMAIN.variable(2))));
        }
        long[] expected = queries.stream()
                .mapToLong(query -> IntStream.range(0, rows.rows())
                        .filter(row -> query.stream().allMatch(c -> c.holds(rows.code(c.variable(), row))))
                        .count())
                .toArray();
        try (SparkSearch search = new SparkSearch(SPACE, SEED, rowsPerTile, line -> {})) {
            assertThat(search.ask(Codes.spread(QUERIES, partitions), new RowsMeeting(queries, Long.MAX_VALUE)))
                    .isEqualTo(expected);
            assertThat(search.ask(Codes.spread(QUERIES, partitions), new RowsMeeting(queries, 2)))
                    .isEqualTo(Arrays.stream(expected)
                            .map(count -> Math.min(count, 2))
                            .toArray());
        }
        assertThat(Arrays.stream(expected).sum()).isPositive();
    }

    private static List<String> answers(Closest closest) {
        List<String> answers = new ArrayList<>();
        for (int set = 0; set < 2; set++) {
            for (int query = 0; query < 3; query++) {
                for (int place = 0; place < closest.found(set, query); place++) {
                    int[][] row = closest.rows()
                            .select(new int[] {closest.position(set, query, place)}, 1)
                            .toArrays();
                    answers.add(closest.distance(set, query, place) + " " + closest.count(set, query, place) + " "
                            + Arrays.deepToString(row));
                }
            }
        }
        return answers;
    }

    @Test
    void expectedTablesAreIndexedWithTheNextOnes() {
        try (SparkSearch search = new SparkSearch(SPACE, SEED, line -> {})) {
            SparkTable queries = Codes.spread(QUERIES, 2);
            search.expect(queries);
            search.compute(queries, List.of(Codes.spread(TRAIN, 2)), new Everything());
            long built = persistent();
            search.ask(queries, new ClosestRows(SPACE, QUERIES.get(1), List.of(List.of(0)), 1));
            assertThat(persistent()).isEqualTo(built);
        }
    }

    private static long persistent() {
        return TestSpark.session().sparkContext().getPersistentRDDs().size();
    }

    @Test
    void nothingStaysInTheClustersMemory() {
        long before = persistent();

        try (SparkSearch search = new SparkSearch(SPACE, SEED, line -> {})) {
            SparkTable train = Codes.spread(TRAIN, 2);
            search.expect(train);
            search.compute(Codes.spread(QUERIES, 2), List.of(train), new Everything());
        }

        assertThat(persistent()).isEqualTo(before);
    }
}

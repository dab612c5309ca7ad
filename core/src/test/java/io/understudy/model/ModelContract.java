package io.understudy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Room;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.random.RowNumbers;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every model family owes its callers. */
public abstract class ModelContract {
    private static final int ROWS = 20_000;
    private static final long SEED = 20_260_101;

    private static final Domain DOMAIN = new Domain(List.of(
            Variable.ordinal("amount", 300),
            Variable.nominal("region", 7),
            new Variable("delay", 12, true, true),
            Variable.nominal("constant", 1),
            new Variable("absent", 3, true, true),
            Variable.nominal("flag", 2)));

    /** The family with settings that suit a table of 20,000 rows. */
    protected abstract Estimator<? extends Model> estimator();

    /** The same, led by some variables. */
    protected abstract Estimator<? extends Model> estimator(List<Integer> leading);

    /** Given all regions but in another order, the other variables follow them as they do in the table. */
    @Test
    void drawsTheOthersGivenSomeVariables() {
        List<Integer> given = List.of(1, 5);
        Model model = estimator(given).fit(table(ROWS));
        Block completed = given(ROWS, 0, ROWS);
        int[] regions = completed.read(1, new int[ROWS]);

        model.sample(SEED, given, completed);

        int[][] codes = completed.toArrays();
        assertThat(codes[1]).containsExactly(regions);
        double real = separation(rows(ROWS).toArrays());
        assertThat(separation(codes)).isBetween(0.6 * real, 1.4 * real);
        double[] expected = shares(rows(ROWS).toArrays()[2], DOMAIN.size(2));
        double[] found = shares(codes[2], DOMAIN.size(2));
        for (int code = 0; code < expected.length; code++) {
            assertThat(found[code]).isCloseTo(expected[code], within(0.03));
        }
    }

    @Test
    void rowsDrawnGivenSomeVariablesDoNotDependOnTheirBlock() {
        List<Integer> given = List.of(1, 5);
        Model model = estimator(given).fit(table(ROWS));
        Block whole = given(3_000, 0, 3_000);
        Block part = given(3_000, 1_100, 900);
        model.sample(SEED, given, whole);
        model.sample(SEED, given, part);
        for (int v = 0; v < DOMAIN.width(); v++) {
            assertThat(part.read(v, new int[900]))
                    .containsExactly(Arrays.copyOfRange(whole.read(v, new int[3_000]), 1_100, 2_000));
        }
    }

    /** In two steps, the second for some of the rows alone: as if all had been drawn at once. */
    @Test
    void whatIsDrawnInStepsIsWhatIsDrawnAtOnce() {
        Model model = estimator().fit(table(ROWS));
        int[][] whole = sample(model, 7, 3_000).toArrays();
        for (int v = 0; v < DOMAIN.width(); v++) {
            Block first = Block.empty(DOMAIN, 7, 3_000);
            Set<Integer> drawn = model.needed(Set.of(v));
            model.sample(SEED, new Part(List.of(), Set.of(), drawn), first);
            int[] third = IntStream.range(0, 1_000).map(i -> 3 * i).toArray();
            Block second = first.select(third, third.length);
            Set<Integer> others = new HashSet<>(model.needed(Set.of(0, 1, 2, 5)));
            others.removeAll(drawn);

            model.sample(SEED, new Part(List.of(), drawn, others), second);

            assertThat(first.read(v, new int[3_000])).containsExactly(whole[v]);
            others.addAll(drawn);
            for (int w : others) {
                assertThat(second.read(w, new int[1_000]))
                        .containsExactly(
                                Arrays.stream(third).map(row -> whole[w][row]).toArray());
            }
        }
    }

    @Test
    void someVariablesAloneAreDrawnGivenOthersAsAllAre() {
        List<Integer> given = List.of(1, 5);
        Model model = estimator(given).fit(table(ROWS));
        Block whole = given(3_000, 0, 3_000);
        Block part = given(3_000, 0, 3_000);
        Set<Integer> wanted = new HashSet<>(model.needed(Set.of(2)));
        wanted.removeAll(given);

        model.sample(SEED, given, whole);
        model.sample(SEED, new Part(given, Set.of(), wanted), part);

        assertThat(part.read(2, new int[3_000])).containsExactly(whole.read(2, new int[3_000]));
    }

    @Test
    void madeReadyItDrawsTheSameRows() {
        List<Integer> given = List.of(1, 5);
        Model model = estimator(given).fit(table(ROWS));
        Block plain = given(ROWS, 0, ROWS);
        Block ready = given(ROWS, 0, ROWS);

        model.sample(SEED, given, plain);
        model.ready().sample(SEED, given, ready);

        assertThat(ready.toArrays()).isDeepEqualTo(plain.toArrays());
        assertThat(sample(model.ready(), 0, ROWS).toArrays())
                .isDeepEqualTo(sample(model, 0, ROWS).toArrays());
        assertThat(model.ready().needed(Set.of(2))).isEqualTo(model.needed(Set.of(2)));
    }

    @Test
    void theChancesOfALeadingVariableAreTheSharesOfItsCodes() {
        Likelihood model = (Likelihood) estimator(List.of(1)).fit(table(ROWS));
        int[] all = IntStream.range(0, DOMAIN.size(1)).toArray();
        Block codes = Block.empty(DOMAIN, 0, all.length);
        codes.write(1, all);
        double[] logs = new double[all.length];

        model.logLikelihood(List.of(1), codes, logs);

        double[] expected = shares(rows(ROWS).toArrays()[1], all.length);
        for (int code : all) {
            assertThat(Math.exp(logs[code])).isCloseTo(expected[code], within(1e-3));
        }
        assertThatThrownBy(() -> model.logLikelihood(List.of(2), codes, logs))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyVariablesThatLeadCanBeGiven() {
        Model model = estimator(List.of(5)).fit(table(ROWS));
        assertThatThrownBy(() -> model.sample(SEED, List.of(1), Block.empty(DOMAIN, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("variables [1] do not lead the order [")
                .hasMessageEndingWith("]; fit the model with these leading");
    }

    /** Rows that hold the regions and flags of the table's rows from the last to the first. */
    private static Block given(int of, long firstRow, int rows) {
        int[][] real = rows(of).toArrays();
        Block block = Block.empty(DOMAIN, firstRow, rows);
        for (int v : new int[] {1, 5}) {
            int[] codes = new int[rows];
            for (int row = 0; row < rows; row++) {
                codes[row] = real[v][of - 1 - (int) firstRow - row];
            }
            block.write(v, codes);
        }
        return block;
    }

    @Test
    void samplesOverTheDomainItWasFittedOn() {
        Model model = estimator().fit(table(ROWS));
        assertThat(model.domain()).isEqualTo(DOMAIN);
        int[][] codes = sample(model, 0, 5_000).toArrays();
        for (int v = 0; v < codes.length; v++) {
            for (int code : codes[v]) {
                assertThat(code).isBetween(0, DOMAIN.size(v) - 1);
            }
        }
    }

    @Test
    void anyCuttingOfTheRowsGivesTheSameSample() {
        Model model = estimator().fit(table(ROWS));
        int[][] whole = sample(model, 0, 3_000).toArrays();
        int[] cuts = {0, 1, 2, 257, 1_000, 2_047, 3_000};
        for (int i = 1; i < cuts.length; i++) {
            int[][] part = sample(model, cuts[i - 1], cuts[i] - cuts[i - 1]).toArrays();
            for (int v = 0; v < part.length; v++) {
                assertThat(part[v]).containsExactly(Arrays.copyOfRange(whole[v], cuts[i - 1], cuts[i]));
            }
        }
    }

    @Test
    void roomThatServedOtherRowsMakesNoDifference() {
        Model model = estimator().fit(table(ROWS)).ready();
        Room room = Room.again();
        sample(model, Block.of(DOMAIN, RowNumbers.run(0, 3_000), room));
        room.clear();

        assertThat(sample(model, Block.of(DOMAIN, RowNumbers.run(3_000, 3_000), room))
                        .toArrays())
                .isDeepEqualTo(sample(model, 3_000, 3_000).toArrays());
    }

    @Test
    void differentSeedsAndRowsGiveDifferentSamples() {
        Model model = estimator().fit(table(ROWS));
        Block other = Block.empty(DOMAIN, 0, 1_000);
        model.sample(SEED + 1, other);
        int[] first = sample(model, 0, 1_000).read(0, new int[1_000]);
        assertThat(other.read(0, new int[1_000])).isNotEqualTo(first);
        assertThat(sample(model, 1_000, 1_000).read(0, new int[1_000])).isNotEqualTo(first);
    }

    @Test
    void partitioningAndOrderOfTheSourceRowsDoNotMatter() {
        Block rows = rows(ROWS);
        Table shuffled = new LocalTable(DOMAIN, shuffledParts(rows));
        int[][] expected = sample(estimator().fit(table(ROWS)), 0, 2_000).toArrays();
        int[][] found = sample(estimator().fit(shuffled), 0, 2_000).toArrays();
        assertThat(found).isDeepEqualTo(expected);
    }

    /**
     * The sampling error of a cell of share p is at most half the root of 1/n, about 0.0035 at 20,000 rows; 0.02 is more
     * than five of those in each of 325 cells.
     */
    @Test
    void marginalsAreThoseOfTheTable() {
        int[][] real = rows(ROWS).toArrays();
        int[][] synthetic = sample(estimator().fit(table(ROWS)), 0, ROWS).toArrays();
        for (int v = 0; v < real.length; v++) {
            double[] expected = shares(real[v], DOMAIN.size(v));
            double[] found = shares(synthetic[v], DOMAIN.size(v));
            for (int code = 0; code < expected.length; code++) {
                assertThat(found[code])
                        .as("share of code %d of variable %d", code, v)
                        .isCloseTo(expected[code], within(0.02));
            }
        }
    }

    /** Region follows amount closely; a model that forgets it leaves an association near 0. */
    @Test
    void strongDependenceIsKept() {
        int[][] synthetic = sample(estimator().fit(table(ROWS)), 0, ROWS).toArrays();
        double real = separation(rows(ROWS).toArrays());
        assertThat(real).isGreaterThan(50);
        assertThat(separation(synthetic)).isBetween(0.6 * real, 1.4 * real);
    }

    /**
     * Of 5,000 drawn rows, each value in turn is put in the place of a region or a flag: the shares that the likelihoods
     * give it, on average, are those in which it was drawn.
     */
    @Test
    void whatItFindsLikelyIsWhatItDraws() {
        Likelihood model = (Likelihood) estimator().fit(table(ROWS));
        for (int v : new int[] {1, 5}) {
            double[] drawn = shares(sample(model, 0, 5_000).toArrays()[v], DOMAIN.size(v));
            double[] said = conditionalShares(model, sample(model, 0, 5_000), v);
            for (int code = 0; code < drawn.length; code++) {
                assertThat(said[code]).isCloseTo(drawn[code], within(0.03));
            }
        }
    }

    private static double[] conditionalShares(Likelihood model, Block rows, int variable) {
        double[][] logs = new double[DOMAIN.size(variable)][rows.rows()];
        for (int code = 0; code < logs.length; code++) {
            int[] codes = new int[rows.rows()];
            Arrays.fill(codes, code);
            rows.write(variable, codes);
            model.logLikelihood(rows, logs[code]);
        }
        double[] shares = new double[logs.length];
        for (int row = 0; row < rows.rows(); row++) {
            double total = 0;
            for (double[] log : logs) {
                total += Math.exp(log[row] - logs[0][row]);
            }
            for (int code = 0; code < logs.length; code++) {
                shares[code] += Math.exp(logs[code][row] - logs[0][row]) / total / rows.rows();
            }
        }
        return shares;
    }

    @Test
    void noRowIsImpossible() {
        Likelihood model = (Likelihood) estimator().fit(table(ROWS));
        Block odd = Block.empty(DOMAIN, 0, 2);
        for (int v = 0; v < DOMAIN.width(); v++) {
            odd.write(v, new int[] {0, DOMAIN.size(v) - 1});
        }
        double[] logs = new double[2];
        model.logLikelihood(odd, logs);
        assertThat(logs).doesNotContain(Double.NEGATIVE_INFINITY).doesNotContain(Double.NaN);
    }

    @Test
    void survivesSerialization() throws IOException, ClassNotFoundException {
        Model model = estimator().fit(table(ROWS));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(model);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Model restored = (Model) in.readObject();
            assertThat(sample(restored, 0, 500).toArrays())
                    .isDeepEqualTo(sample(model, 0, 500).toArrays());
        }
    }

    @Test
    void oneRowIsEnough() {
        Model model = estimator().fit(table(1));
        int[][] codes = sample(model, 0, 50).toArrays();
        for (int v = 0; v < codes.length; v++) {
            for (int code : codes[v]) {
                assertThat(code).isBetween(0, DOMAIN.size(v) - 1);
            }
        }
    }

    private static Block sample(Model model, long firstRow, int rows) {
        return sample(model, Block.empty(model.domain(), firstRow, rows));
    }

    private static Block sample(Model model, Block block) {
        model.sample(SEED, block);
        return block;
    }

    private static Table table(int rows) {
        return new LocalTable(DOMAIN, List.of(rows(rows)));
    }

    private static Block rows(int count) {
        Block block = Block.empty(DOMAIN, 0, count);
        int[][] codes = new int[DOMAIN.width()][count];
        for (int row = 0; row < count; row++) {
            double size = Philox.uniform(1, row, 0);
            double noise = Philox.uniform(1, row, 1);
            codes[0][row] = (int) (300 * size * size);
            codes[1][row] = new int[] {3, 0, 6, 1, 5, 2, 4}[(int) (7 * (0.8 * size + 0.2 * noise))];
            codes[2][row] = Philox.uniform(1, row, 2) < 0.2 ? 0 : 1 + (int) (11 * (0.5 * size + 0.5 * noise));
            codes[5][row] = Philox.uniform(1, row, 3) < 0.05 ? 1 : 0;
        }
        for (int v = 0; v < codes.length; v++) {
            block.write(v, codes[v]);
        }
        return block;
    }

    private static List<Block> shuffledParts(Block rows) {
        int parts = 7;
        List<Block> blocks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int[] positions = new int[rows.rows()];
            int count = 0;
            for (int row = rows.rows() - 1; row >= 0; row--) {
                if (row % parts == part) {
                    positions[count++] = row;
                }
            }
            blocks.add(rows.select(positions, count));
        }
        return blocks;
    }

    private static double[] shares(int[] codes, int size) {
        double[] shares = new double[size];
        for (int code : codes) {
            shares[code] += 1.0 / codes.length;
        }
        return shares;
    }

    /** How far apart the mean amounts of the lowest and the highest region are, in codes. */
    private static double separation(int[][] codes) {
        return mean(codes[0], codes[1], 4) - mean(codes[0], codes[1], 3);
    }

    private static double mean(int[] of, int[] by, int code) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < of.length; row++) {
            if (by[row] == code) {
                sum += of[row];
                count++;
            }
        }
        return sum / count;
    }
}

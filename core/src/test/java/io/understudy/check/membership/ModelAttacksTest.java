package io.understudy.check.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Finding;
import io.understudy.check.Measured;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.gate.Gate;
import io.understudy.gate.Preset;
import io.understudy.stat.LocalTable;
import io.understudy.stat.RowSample;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelAttacksTest {
    private static final Domain DOMAIN =
            new Domain(List.of(Variable.ordinal("a", 20_000), Variable.nominal("b", 5), Variable.nominal("c", 2)));
    private static final double CONFIDENCE = 0.99;

    /** a and b are independent, c is nearly decided by them. */
    private static LocalTable table(int rows, long seed) {
        Random random = new Random(seed);
        int[][] codes = new int[3][rows];
        for (int row = 0; row < rows; row++) {
            codes[0][row] = random.nextInt(20_000);
            codes[1][row] = random.nextInt(5);
            codes[2][row] = (codes[0][row] > 10_000 ? 1 : 0) ^ (random.nextInt(10) == 0 ? 1 : 0);
        }
        Block block = Block.empty(DOMAIN, 0, rows);
        for (int v = 0; v < 3; v++) {
            block.write(v, codes[v]);
        }
        return new LocalTable(DOMAIN, List.of(block));
    }

    /** Knows how c follows from a, and nothing of single rows. */
    private static final LogLikelihood HONEST = (rows, into) ->
            Arrays.setAll(into, row -> Math.log((rows.code(0, row) > 10_000 ? 1 : 0) == rows.code(2, row) ? 0.9 : 0.1));

    /** Finds likely just what it has seen. */
    private static LogLikelihood rote(LocalTable seen) {
        Set<Long> hashes = new HashSet<>();
        seen.blocks()
                .forEach(block -> LongStream.of(RowSample.contentHashes(block)).forEach(hashes::add));
        return (rows, into) -> {
            long[] of = RowSample.contentHashes(rows);
            Arrays.setAll(into, row -> hashes.contains(of[row]) ? 0 : -20);
        };
    }

    private static List<Finding> findings(LogLikelihood model, LocalTable train, LocalTable holdout) {
        return new ModelAttacks(
                        model,
                        IntStream.range(0, train.domain().width()).boxed().toList(),
                        CONFIDENCE,
                        1)
                .measure(train, holdout);
    }

    @Test
    void aModelThatLearnsByRoteBreaksEveryRule() {
        LocalTable train = table(900, 1);
        List<Finding> findings = findings(rote(train), train, table(900, 2));
        Gate gate = new Gate(Preset.DEFAULT.modelRules());
        assertThat(gate.breaches(findings)).extracting(breach -> breach.rule()).containsAll(gate.rules());
    }

    @Test
    void aModelOfTheDistributionBreaksNone() {
        for (int seed = 0; seed < 20; seed++) {
            List<Finding> findings = findings(HONEST, table(900, 2L * seed), table(400 + 20 * seed, 2L * seed + 1));
            assertThat(new Gate(Preset.STRICT.modelRules()).breaches(findings)).isEmpty();
        }
    }

    @Test
    void inversionIsJudgedByWhatTheModelKnowsOfEverybody() {
        Measured measured = new Measured(findings(HONEST, table(3000, 5), table(3000, 6)));
        assertThat(measured.get("inversion", "c").value()).isLessThan(0.3);
        assertThat(measured.get("inversion", "c").baseline()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void doesNotDependOnHowRowsAreCut() {
        LocalTable train = table(900, 1);
        LocalTable holdout = table(500, 2);
        Block rows = train.blocks().get(0);
        int[] order = new Random(3).ints(0, 900).distinct().limit(900).toArray();
        LocalTable cut = new LocalTable(
                DOMAIN,
                List.of(
                        rows.select(Arrays.copyOf(order, 300), 300),
                        rows.select(Arrays.copyOfRange(order, 300, 900), 600)));
        assertThat(findings(HONEST, cut, holdout)).isEqualTo(findings(HONEST, train, holdout));
    }
}

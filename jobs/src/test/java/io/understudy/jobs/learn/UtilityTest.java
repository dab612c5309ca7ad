package io.understudy.jobs.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Loans: whether one is granted follows from income, region and, a little, from which of two groups somebody is of. Intervals
 * have a confidence of 99 %, so that of 40 statements that hold by chance one fails in three runs with other seeds.
 */
@Tag("slow")
class UtilityTest {
    private static final int LEVELS = 30;
    private static final int ROWS = 2400;
    private static final Space SPACE = new Space(
            new Domain(List.of(
                    Variable.nominal("group", 2),
                    Variable.ordinal("income", LEVELS),
                    Variable.nominal("region", 6),
                    Variable.ordinal("noise", LEVELS),
                    Variable.nominal("granted", 2),
                    Variable.ordinal("amount", LEVELS),
                    Variable.nominal("kind", 3))),
            List.of(
                    new Space.Labels(),
                    levels(),
                    new Space.Labels(),
                    levels(),
                    new Space.Labels(),
                    levels(),
                    new Space.Labels()));

    private static final Table TRAIN = table(1, ROWS, 0.6);
    private static final Table HOLDOUT = table(2, ROWS / 2, 0.6);

    private static Space.Numbers levels() {
        return new Space.Numbers(
                IntStream.range(0, LEVELS).toArray(),
                IntStream.range(0, LEVELS).asDoubleStream().toArray());
    }

    /** @param against how much harder it is for the second group */
    private static Table table(long seed, int rows, double against) {
        Random random = new Random(seed);
        int[][] columns = new int[7][rows];
        for (int row = 0; row < rows; row++) {
            int group = random.nextInt(3) == 0 ? 1 : 0;
            int income = random.nextInt(LEVELS);
            int region = random.nextInt(6);
            double score = (income - 18) / 4.0 + (region % 3 - 1) - against * group;
            columns[0][row] = group;
            columns[1][row] = income;
            columns[2][row] = region;
            columns[3][row] = random.nextInt(LEVELS);
            columns[4][row] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
            columns[5][row] = Math.max(0, Math.min(LEVELS - 1, income + (int) (3 * random.nextGaussian())));
            columns[6][row] = region < 2 ? random.nextInt(3) : region % 3;
        }
        return table(columns);
    }

    private static Table table(int[][] columns) {
        Block block = Block.empty(SPACE.domain(), 0, columns[0].length);
        for (int v = 0; v < columns.length; v++) {
            block.write(v, columns[v]);
        }
        return new LocalTable(SPACE.domain(), List.of(block));
    }

    /** The rows of a table, one column in another order. */
    private static Table shuffled(Table table, int column) {
        int[][] columns = table.sample(Integer.MAX_VALUE, 0).toArrays();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, columns[0].length).boxed().toList());
        Collections.shuffle(order, new Random(3));
        int[] before = columns[column].clone();
        for (int row = 0; row < before.length; row++) {
            columns[column][row] = before[order.get(row)];
        }
        return table(columns);
    }

    /** Findings by name and subject. */
    private record Found(Map<String, Finding> findings) {
        Finding get(String name) {
            return Optional.ofNullable(findings.get(name)).orElseThrow(() -> new AssertionError("no finding " + name));
        }
    }

    private static Found measure(Table synthetic, String target, String... sensitive) {
        Assessed tables = new Assessed(SPACE, TRAIN, HOLDOUT, synthetic, new LocalSearch(SPACE, 0));
        Utility.Question question = new Utility.Question(target, List.of(sensitive), 10);
        return new Found(new Utility(question, 0.99, 3)
                .measure(tables).stream()
                        .collect(Collectors.toMap(
                                finding -> (finding.name() + " " + finding.subject()).trim(), Function.identity())));
    }

    private static void assertLikeBaseline(Finding finding) {
        assertThat(finding.baseline()).as(finding.toString()).isBetween(finding.low(), finding.high());
    }

    @Test
    void anotherRealSampleServesAsWellAndTreatsGroupsAlike() {
        Found found = measure(table(4, ROWS, 0.6), "granted", "group");
        assertThat(found.findings)
                .containsOnlyKeys(
                        "quality.tstr-auc",
                        "quality.tstr-average-precision",
                        "quality.importance-agreement",
                        "bias.parity-gap group",
                        "bias.odds-gap group",
                        "bias.error-gap group");
        assertThat(found.get("quality.tstr-auc").baseline()).isGreaterThan(0.85);
        assertThat(found.get("quality.importance-agreement").value()).isGreaterThan(0.6);
        found.findings.values().stream()
                .filter(finding -> !finding.metric().equals("importance-agreement"))
                .forEach(UtilityTest::assertLikeBaseline);
    }

    /** Utility is no privacy: copies serve as the rows themselves do. */
    @Test
    void trainingRowsPassedOffAsSyntheticServeJustAsWell() {
        Found found = measure(TRAIN, "granted");
        Finding auc = found.get("quality.tstr-auc");
        assertThat(auc.value()).isEqualTo(auc.baseline());
        assertThat(found.get("quality.importance-agreement").high()).isEqualTo(1);
    }

    @Test
    void modelsOfAShuffledTargetKnowNothing() {
        Found found = measure(shuffled(TRAIN, 4), "granted");
        Finding auc = found.get("quality.tstr-auc");
        assertThat(auc.high()).isLessThan(auc.baseline());
        assertThat(auc.value()).isBetween(0.4, 0.6);
        Finding precision = found.get("quality.tstr-average-precision");
        assertThat(precision.high()).isLessThan(precision.baseline());
        Finding agreement = found.get("quality.importance-agreement");
        assertThat(agreement.high()).isLessThan(agreement.baseline());
    }

    @Test
    void aTableThatIsHarderOnAGroupTeachesModelsToBe() {
        Found found = measure(table(5, ROWS, 4), "granted", "group");
        Finding parity = found.get("bias.parity-gap group");
        assertThat(parity.low()).isGreaterThan(parity.baseline());
        Finding odds = found.get("bias.odds-gap group");
        assertThat(odds.low()).isGreaterThan(odds.baseline());
    }

    @Test
    void quantitiesAreExplainedUnlessTheyAreShuffled() {
        Finding honest = measure(table(6, ROWS, 0.6), "amount").get("quality.tstr-r2");
        assertThat(honest.baseline()).isGreaterThan(0.7);
        assertLikeBaseline(honest);
        Found collapsed = measure(shuffled(TRAIN, 5), "amount");
        assertThat(collapsed.get("quality.tstr-r2").high()).isLessThan(0.2);
        Finding error = collapsed.get("quality.tstr-rmse");
        assertThat(error.low()).isGreaterThan(error.baseline());
    }

    @Test
    void severalClassesAreOneAgainstRest() {
        Found found = measure(table(7, ROWS, 0.6), "kind");
        assertThat(found.get("quality.tstr-auc").baseline()).isGreaterThan(0.8);
        assertLikeBaseline(found.get("quality.tstr-auc"));
        assertLikeBaseline(found.get("quality.tstr-f1"));
    }

    @Test
    void nothingIsFoundWithoutEnoughRowsOrTheColumn() {
        assertThat(measure(table(8, 2 * Utility.LEAST - 2, 0.6), "granted").findings)
                .isEmpty();
        assertThat(measure(TRAIN, "elsewhere").findings).isEmpty();
    }
}

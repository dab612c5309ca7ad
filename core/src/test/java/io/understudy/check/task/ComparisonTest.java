package io.understudy.check.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Finding;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Marginals;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models made of nothing but noise around the truth, and of a bias of their own. */
class ComparisonTest {
    private static final int ROWS = 600;

    private static Target target() {
        Domain domain = new Domain(List.of(Variable.nominal("target", 2)));
        Block block = Block.empty(domain, 0, 5);
        block.write(0, new int[] {0, 0, 0, 1, 1});
        return Target.of(
                        new Space(domain, List.of(new Space.Labels())),
                        0,
                        new LocalTable(domain, List.of(block))
                                .compute(Marginals.ofColumns(domain))
                                .get(0),
                        1)
                .orElseThrow();
    }

    /** A world of rows in two groups, and models that see their truth through noise. */
    private record World(double[] truth, int[] groups, Random random) {
        static World of(Random random) {
            int[] groups = random.ints(ROWS, 0, 2).toArray();
            double[] truth = Arrays.stream(groups)
                    .mapToDouble(group -> random.nextDouble() < (group == 0 ? 0.4 : 0.3) ? 1 : 0)
                    .toArray();
            return new World(truth, groups, random);
        }

        /** @param against what the model takes from the scores of group 1 */
        Predicted model(double noise, double against) {
            double training = 0.1 * random.nextGaussian();
            double[] scores = IntStream.range(0, ROWS)
                    .mapToDouble(row -> truth[row] + noise * random.nextGaussian() - (against + training) * groups[row])
                    .toArray();
            return new Predicted(target(), truth, new double[][] {scores}, new double[] {0.35});
        }

        Finding compare(Score score, double noise, double against) {
            Comparison comparison = new Comparison(
                    List.of(model(1, 0), model(1, 0)), List.of(model(noise, against), model(noise, against)), 0.95, 3);
            return comparison
                    .findings(List.of(new Comparison.Asked("quality", score, "")))
                    .get(0);
        }

        Gap parity() {
            return new Gap(Gap.Kind.PARITY, groups, 2, 10);
        }
    }

    @Test
    void worseModelsFallBelowTheBaseline() {
        Finding finding = World.of(new Random(1)).compare(Ranking.AUC, 3, 0);
        assertThat(finding.high()).isLessThan(finding.baseline());
    }

    @Test
    void aWidenedGapIsFlagged() {
        World world = World.of(new Random(2));
        Finding finding = world.compare(world.parity(), 1, 1);
        assertThat(finding.metric()).isEqualTo("parity-gap");
        assertThat(finding.low()).isGreaterThan(finding.baseline());
    }

    /** Of 200 tables without bias 5 are expected to be flagged on one side of 95 %; 14 or more would be chance once in 1,000 times. */
    @Test
    void modelsOfTheSameKindAreToldApartInFewCases() {
        Random random = new Random(7);
        int gaps = 0;
        int areas = 0;
        for (int i = 0; i < 200; i++) {
            World world = World.of(random);
            Finding gap = world.compare(world.parity(), 1, 0);
            gaps += gap.low() > gap.baseline() ? 1 : 0;
            Finding area = world.compare(Ranking.AUC, 1, 0);
            areas += area.high() < area.baseline() ? 1 : 0;
        }
        assertThat(gaps).isLessThan(14);
        assertThat(areas).isLessThan(14);
    }

    @Test
    void weightsAreThoseOfAPoissonVariable() {
        double[] moments = new double[3];
        int[] replicates = {0};
        new Resamples(5, 1000, 100).forEach(weights -> {
            replicates[0]++;
            for (int weight : weights) {
                moments[0] += weight;
                moments[1] += weight * weight;
                moments[2] += weight == 0 ? 1 : 0;
            }
        });
        assertThat(replicates[0]).isEqualTo(100);
        assertThat(moments[0] / 1e5).isCloseTo(1, within(0.02));
        assertThat(moments[1] / 1e5).isCloseTo(2, within(0.05));
        assertThat(moments[2] / 1e5).isCloseTo(1 / Math.E, within(0.01));
    }

    @Test
    void oneModelTellsNothingOfChance() {
        Predicted model = World.of(new Random(1)).model(1, 0);
        assertThatThrownBy(() -> new Comparison(List.of(model), List.of(model), 0.95, 0))
                .hasMessage("as many models of real as of synthetic rows, at least two, got 1 and 1");
    }
}

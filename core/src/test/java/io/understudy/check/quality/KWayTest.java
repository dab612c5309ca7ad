package io.understudy.check.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Check;
import io.understudy.check.CheckContract;
import io.understudy.check.Measured;
import io.understudy.check.MixedTables;
import io.understudy.domain.Clique;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KWayTest extends CheckContract {

    @Override
    protected Check check() {
        return new KWay();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithCountsOfRawRows(long seed) {
        MixedTables tables = MixedTables.exchangeable(seed, 900, 500, 700);
        Measured measured = Measured.by(new KWay(), tables);
        for (int k = 1; k <= 3; k++) {
            assertThat(measured.get("marginal-" + k).value())
                    .isCloseTo(mean(tables, k, tables.synthetic()), within(1e-9));
            assertThat(measured.get("marginal-" + k).baseline())
                    .isCloseTo(mean(tables, k, tables.holdout()), within(1e-9));
        }
        assertThat(measured.get("k-marginal-score").value())
                .isCloseTo(1000 * (1 - measured.get("marginal-3").value()), within(1e-9));
        assertThat(measured.get("marginal-3").value()).isGreaterThan(0.1);
    }

    @Test
    void copiesScoreAThousand() {
        MixedTables tables = MixedTables.exchangeable(6, 500, 300, 1);
        Measured measured = Measured.by(new KWay(), tables.withSynthetic(tables.train()));
        assertThat(measured.get("marginal-2").value()).isZero();
        assertThat(measured.get("k-marginal-score").value()).isEqualTo(1000);
    }

    @Test
    void manyColumnsAreSampledAlikeEveryTime() {
        List<Clique> triples = KWay.cliques(80, 3);
        assertThat(triples).hasSize(KWay.MOST_TRIPLES).doesNotHaveDuplicates().isEqualTo(KWay.cliques(80, 3));
        assertThat(triples.stream()
                        .flatMap(triple -> triple.variables().stream())
                        .distinct()
                        .count())
                .isGreaterThan(70);
        assertThat(KWay.cliques(8, 3)).hasSize(56);
    }

    private static double mean(MixedTables tables, int k, double[][] other) {
        return KWay.cliques(other.length, k).stream()
                .mapToDouble(clique -> distance(counts(tables, clique, tables.train()), counts(tables, clique, other)))
                .average()
                .orElseThrow();
    }

    private static double distance(Map<String, Double> left, Map<String, Double> right) {
        Map<String, Double> difference = new HashMap<>(left);
        right.forEach((cell, share) -> difference.merge(cell, -share, Double::sum));
        return difference.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static Map<String, Double> counts(MixedTables tables, Clique clique, double[][] rows) {
        Map<String, Double> counts = new HashMap<>();
        double[][] edges = Arrays.stream(tables.train()).map(KWayTest::edges).toArray(double[][]::new);
        for (int row = 0; row < rows[0].length; row++) {
            StringBuilder cell = new StringBuilder();
            for (int v : clique.variables()) {
                cell.append(tables.number()[v] ? bin(edges[v], rows[v][row]) : rows[v][row])
                        .append('|');
            }
            counts.merge(cell.toString(), 1.0 / rows[0].length, Double::sum);
        }
        return counts;
    }

    /** NumPy's quantiles of sorted values. */
    private static double[] edges(double[] train) {
        double[] sorted =
                Arrays.stream(train).filter(x -> !Double.isNaN(x)).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        return distinct.length <= 20
                ? IntStream.range(1, distinct.length)
                        .mapToDouble(i -> (distinct[i - 1] + distinct[i]) / 2)
                        .toArray()
                : IntStream.range(1, 20)
                        .mapToDouble(i -> quantile(sorted, i / 20.0))
                        .distinct()
                        .toArray();
    }

    private static long bin(double[] edges, double value) {
        return Double.isNaN(value)
                ? -1
                : Arrays.stream(edges).filter(edge -> edge <= value).count();
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int low = (int) place;
        return sorted[low] + (place - low) * (sorted[(int) Math.ceil(place)] - sorted[low]);
    }
}

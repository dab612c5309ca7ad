package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.quality.Fidelity;
import io.understudy.check.quality.KWay;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Profile;
import io.understudy.codec.Recount;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Space;
import io.understudy.schema.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shapes, trends and tables of counts beside what an outside measure, in another language, says of the same rows: held-out rows
 * in the place of synthetic ones. Numbers, labels, dates and missing values.
 */
@Tag("slow")
class OutsideMeasureTest {
    private static final Path TABLES = Path.of(System.getProperty("understudy.data", ""));
    private static final double SAME = 0.001;

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream json =
                Objects.requireNonNull(OutsideMeasureTest.class.getResourceAsStream("outside-measure.json"))) {
            return new JsonMapper().readTree(json).get("tables").get(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "fraud_oracle", "titanic", "ames", "airbnb_edinburgh", "hflights"})
    void agreesWithTheOutsideMeasure(String name) throws IOException {
        assumeTrue(Files.exists(TABLES.resolve(name)), "the public tables are not here");
        JsonNode recorded = recorded(name);
        List<Finding> findings = findings(name, recorded);
        assertSame(findings, "shape-error", recorded.get("shape"));
        assertSame(findings, "trend-error", recorded.get("trend"));
        assertSame(findings, "marginal-1", recorded.get("tvd1"));
        assertSame(findings, "marginal-2", recorded.get("tvd2"));
        assertSame(findings, "marginal-3", recorded.get("tvd3"));
        assertWorst(findings, "column-shape", recorded.get("worst-columns"));
        if (!name.equals("titanic")) {
            assertWorst(findings, "pair-trend", recorded.get("worst-pairs"));
        }
    }

    private static void assertSame(List<Finding> findings, String metric, JsonNode recorded) {
        Finding finding = findings.stream()
                .filter(one -> one.metric().equals(metric))
                .findFirst()
                .orElseThrow();
        assertThat(finding.value()).as(metric).isCloseTo(recorded.doubleValue(), within(SAME));
        assertThat(finding.baseline()).as(metric).isEqualTo(finding.value());
    }

    /**
     * The worst subjects have the same errors. Where a number lies below all training ones the
     * outside measure counts it with the missing ones: a row of Titanic does, and one row of 446 is more than is allowed.
     */
    private static void assertWorst(List<Finding> findings, String metric, JsonNode recorded) {
        for (JsonNode subject : recorded) {
            String named = subject.size() == 2
                    ? subject.get(0).textValue()
                    : subject.get(0).textValue() + " × " + subject.get(1).textValue();
            Finding finding = findings.stream()
                    .filter(one -> one.metric().equals(metric) && one.subject().equals(named))
                    .findFirst()
                    .orElseThrow();
            assertThat(finding.value())
                    .as(named)
                    .isCloseTo(subject.get(subject.size() - 1).doubleValue() / 100, within(SAME));
        }
    }

    private static List<Finding> findings(String name, JsonNode recorded) {
        SourceRows train = SourceRows.of(read(name, "train"));
        SourceRows holdout = SourceRows.of(read(name, "holdout"));
        AssessmentCodec codec = codec(train.and(holdout), recorded);
        SparkTable learned =
                train.encode(codec.domain(), codec::encode, read(name, "train").count());
        SparkTable held = holdout.encode(
                codec.domain(), codec::encode, read(name, "holdout").count());
        Space space = RealTables.space(codec);
        Assessed tables = new Assessed(space, learned, held, held, new SparkSearch(space, 0, line -> {}));
        List<Finding> findings = new ArrayList<>(new Fidelity().measure(tables));
        findings.addAll(new KWay().measure(tables));
        learned.blocks().unpersist(false);
        held.blocks().unpersist(false);
        return findings;
    }

    private static Dataset<Row> read(String name, String part) {
        return TestSpark.session()
                .read()
                .parquet(TABLES.resolve(name).resolve(part + ".parquet").toString());
    }

    private static AssessmentCodec codec(SourceRows rows, JsonNode recorded) {
        List<ColumnCounts> first = rows.fold(new Profile(rows.columns()));
        List<ColumnCounts> counts = Recount.needed(first) ? rows.fold(new Recount(first)) : first;
        Set<String> numbers = names(recorded.get("numbers"));
        Set<String> labels = names(recorded.get("labels"));
        List<Kind> kinds = counts.stream()
                .map(column -> column.column().name())
                .map(name ->
                        numbers.contains(name) ? Kind.NUMBER : labels.contains(name) ? Kind.CATEGORY : Kind.IDENTIFIER)
                .toList();
        return AssessmentCodec.learn(counts, kinds);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(name -> names.add(name.textValue()));
        return names;
    }
}

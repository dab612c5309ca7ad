package io.understudy.jobs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

class InsuranceClaimsTest {
    private static final long SEED = 7;
    private static final SparkSession SPARK = TestSpark.session();

    /** Exclusive or of the hashes of 3,000 rows. */
    private static final long KNOWN = 9194432607837736261L;

    @Test
    void theSameRowsComeOutOfOneAndOfSevenPartitions() {
        List<Row> one = InsuranceClaims.table(SPARK, 3_000, SEED, 1).collectAsList();
        Dataset<Row> seven = InsuranceClaims.table(SPARK, 3_000, SEED, 7);
        assertThat(seven.rdd().getNumPartitions()).isEqualTo(7);
        assertThat(seven.collectAsList()).hasSize(3_000).isEqualTo(one);
    }

    /** The invariance above would hold for an empty or a constant table; this pins the rows themselves. */
    @Test
    void theRowsAreThoseOfEveryOtherMachine() {
        assertThat(fingerprint(InsuranceClaims.table(SPARK, 3_000, SEED))).isEqualTo(KNOWN);
        assertThat(fingerprint(InsuranceClaims.table(SPARK, 3_000, SEED + 1))).isNotEqualTo(KNOWN);
    }

    @Test
    void aShorterTableIsAPrefixOfALongerOne() {
        List<Row> longer = InsuranceClaims.table(SPARK, 2_000, SEED).collectAsList();
        assertThat(InsuranceClaims.table(SPARK, 700, SEED).collectAsList()).isEqualTo(longer.subList(0, 700));
    }

    @Test
    void theTableHasTheSchemaThatIsPromised() {
        assertThat(InsuranceClaims.table(SPARK, 0, SEED).schema()).isEqualTo(InsuranceClaims.schema());
        assertThat(InsuranceClaims.table(SPARK, 0, SEED).count()).isZero();
    }

    @Test
    void everyPrimitiveTypeIsInTheSchemaAndEveryColumnIsExplained() {
        StructField[] fields = InsuranceClaims.schema().fields();
        assertThat(Arrays.stream(fields).map(StructField::dataType))
                .contains(
                        DataTypes.StringType,
                        DataTypes.ByteType,
                        DataTypes.ShortType,
                        DataTypes.IntegerType,
                        DataTypes.LongType,
                        DataTypes.FloatType,
                        DataTypes.DoubleType,
                        DataTypes.BooleanType,
                        DataTypes.DateType,
                        DataTypes.TimestampType,
                        DataTypes.createDecimalType(12, 2),
                        DataTypes.createDecimalType(8, 2));
        assertThat(fields)
                .allSatisfy(field -> assertThat(field.getComment().isDefined()).isTrue());
    }

    @Test
    void theDocumentListsEveryColumnWithItsTypeInOrder() throws Exception {
        Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\S+) \\|")
                .matcher(Files.readString(Path.of("../docs/quickstart-table.md")));
        List<String> documented = row.results()
                .map(column -> column.group(1) + " " + column.group(2))
                .limit(ClaimColumn.ALL.size())
                .toList();
        List<String> actual = Arrays.stream(InsuranceClaims.schema().fields())
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .toList();
        assertThat(documented).isEqualTo(actual);
    }

    @Test
    void sessionsThatPreferJavaTimeReadTheSameTable() {
        SparkSession javaTime = SPARK.newSession();
        javaTime.conf().set("spark.sql.datetime.java8API.enabled", true);
        assertThat(fingerprint(InsuranceClaims.table(javaTime, 3_000, SEED))).isEqualTo(KNOWN);
    }

    @Test
    void aNegativeNumberOfRowsIsRefused() {
        assertThatThrownBy(() -> InsuranceClaims.table(SPARK, -1, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The sample table cannot have -1 rows: ask for 0 rows or more.");
    }

    private static long fingerprint(Dataset<Row> table) {
        return table.selectExpr("bit_xor(xxhash64(*))").head().getLong(0);
    }
}

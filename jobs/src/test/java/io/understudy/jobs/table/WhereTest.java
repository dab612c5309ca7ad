package io.understudy.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.TestSpark;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predicates; the oracle is what Spark says where flags are compared with true and false. */
class WhereTest {
    private static Dataset<Row> table() {
        return TestSpark.session()
                .sql(
                        "select if(id % 5 = 0, null, id % 2 = 0) as `is fraud`, id % 3 = 0 as open, cast(id % 2 as int) as number"
                                + " from range(60)");
    }

    private static long count(String where) {
        Dataset<Row> table = table();
        return table.filter(Where.column(table.schema(), where)).count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`is fraud` = 1 | `is fraud` = true",
                "0 = `IS FRAUD` | `is fraud` = false",
                "`is fraud` <> 1 | `is fraud` <> true",
                "not (open = 0 or number = 1) | not (open = false or number = 1)",
                "`is fraud` <=> 0 | `is fraud` <=> false",
                "open in (1) and number in (0, 1) | open = true",
                "open not in (0, 1) | false",
                "if(open = 1, number, 7) = 1 | if(open, number, 7) = 1",
                "`is fraud` and open | `is fraud` = true and open = true",
                "`is fraud` = '1' | `is fraud` = true",
            })
    void flagsCanBeComparedWithOneAndZero(String where, String plain) {
        assertThat(count(where)).isEqualTo(table().filter(plain).count());
    }

    @Test
    void whatIsNoFlagIsComparedAsSparkDoes() {
        assertThatThrownBy(() -> count("open = 2"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("DATATYPE_MISMATCH");
    }

    @Test
    void whatIsNoExpressionIsRefusedInWords() {
        assertThatThrownBy(() -> count("number = = 1"))
                .isInstanceOf(Predicates.Wrong.class)
                .hasMessageStartingWith("[PARSE_SYNTAX_ERROR]");
    }
}

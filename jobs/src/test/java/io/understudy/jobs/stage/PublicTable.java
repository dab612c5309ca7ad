package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Inference;
import io.understudy.codec.Profile;
import io.understudy.codec.Proposal;
import io.understudy.domain.Block;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a public table, and what becomes of them on the way to a check: read, coded and searched as a job does, but held in memory.
 *
 * @param schema of the rows
 * @param rows   in any order
 */
record PublicTable(StructType schema, List<Row> rows) {
    private static final Path TABLES = Path.of(System.getProperty("understudy.data", ""));
    private static final int K = 10;

    /** Whether the public tables are on this machine. */
    static boolean there(String name) {
        return Files.exists(TABLES.resolve(name).resolve("train.parquet"));
    }

    /** @param part {@code train} or {@code holdout} */
    static PublicTable read(String name, String part) {
        Dataset<Row> table = TestSpark.session()
                .read()
                .parquet(TABLES.resolve(name).resolve(part + ".parquet").toString());
        return new PublicTable(table.schema(), table.collectAsList());
    }

    int size() {
        return rows.size();
    }

    int column(String name) {
        return schema.fieldIndex(name);
    }

    PublicTable with(List<Row> others) {
        return new PublicTable(schema, List.copyOf(others));
    }

    /** Some of the rows, by position. */
    PublicTable part(int from, int to) {
        return with(rows.subList(from, to));
    }

    PublicTable and(PublicTable other) {
        List<Row> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return with(both);
    }

    PublicTable shuffled(long seed) {
        List<Row> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(seed));
        return with(order);
    }

    /** The same rows with another value in one column. */
    static Row with(Row row, int column, Object value) {
        Object[] cells = new Object[row.size()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = c == column ? value : row.get(c);
        }
        return RowFactory.create(cells);
    }

    /** The three tables of an assessment, coded by what the real ones hold; rows keep their order. */
    static Assessed assessed(PublicTable train, PublicTable holdout, PublicTable synthetic) {
        SourceRows learned = train.source();
        SourceRows held = holdout.source();
        List<ColumnCounts> counts = learned.and(held).fold(new Profile(learned.columns()));
        AssessmentCodec codec = AssessmentCodec.learn(
                counts,
                new Inference(K).propose(counts).stream().map(Proposal::kind).toList());
        Space space = RealTables.space(codec);
        return new Assessed(
                space,
                coded(learned, codec, train.size()),
                coded(held, codec, holdout.size()),
                coded(synthetic.source(), codec, synthetic.size()),
                new LocalSearch(space, 0));
    }

    private SourceRows source() {
        return SourceRows.of(TestSpark.session().createDataFrame(rows, schema));
    }

    private static LocalTable coded(SourceRows rows, AssessmentCodec codec, long count) {
        SparkTable spread = rows.encode(codec.domain(), codec::encode, count);
        List<Block> blocks = spread.blocks().collect();
        spread.blocks().unpersist(false);
        return new LocalTable(codec.domain(), blocks);
    }
}

package io.understudy.jobs.stage;

import io.understudy.check.Owned;
import io.understudy.codec.AssessmentCodec;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.jobs.job.Sensitive;
import io.understudy.jobs.personal.Treatments;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkTable;
import io.understudy.raw.RawBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Every real row once, with whose it is and what the job says of persons: its quasi-identifiers and sensitive columns.
 *
 * @param persons before treatment, which may change what entities are known by
 */
record OwnedRows(SourceRows.Split persons, Coding coding) {

    /** Of a job that declares entities. Reads no rows. */
    static Optional<OwnedRows> of(Inputs inputs, AssessmentCodec codec, Treatments treatments) {
        int[] key = inputs.holdoutKey().stream().mapToInt(Integer::intValue).toArray();
        return key.length == 0
                ? Optional.empty()
                : Optional.of(new OwnedRows(
                        inputs.sides().persons(),
                        new Coding(
                                codec,
                                treatments,
                                key,
                                variables(codec, inputs.job().sensitive()))));
    }

    private static int[] variables(AssessmentCodec codec, Sensitive sensitive) {
        Domain domain = codec.domain();
        return IntStream.range(0, domain.width())
                .filter(v -> sensitive
                                .quasiIdentifiers()
                                .contains(domain.variable(v).name())
                        || sensitive.columns().contains(domain.variable(v).name()))
                .toArray();
    }

    /**
     * Codes them; nothing is kept, so the source is read whenever they are.
     *
     * @param rows how many there are
     */
    Owned coded(long rows) {
        Broadcast<Coding> shared = JavaSparkContext.fromSparkContext(
                        persons.train().blocks().context())
                .broadcast(coding);
        JavaRDD<Block> train =
                persons.train().blocks().map(block -> shared.value().of(block, Owned.TRAIN));
        JavaRDD<Block> holdout =
                persons.holdout().blocks().map(block -> shared.value().of(block, Owned.HOLDOUT));
        return new Owned(new SparkTable(coding.domain(), rows, train.union(holdout)));
    }

    /**
     * How rows are coded.
     *
     * @param key       columns whose equal cells are of one entity
     * @param variables those of the codec that are asked for
     */
    private record Coding(AssessmentCodec codec, Treatments treatments, int[] key, int[] variables)
            implements Serializable {

        Domain domain() {
            Domain all = codec.domain();
            return Owned.domain(Arrays.stream(variables).mapToObj(all::variable).toList());
        }

        Block of(RawBlock rows, int side) {
            RawBlock treated = treatments.isEmpty() ? rows : treatments.real(rows);
            Block block = Block.empty(domain(), 0, rows.rows());
            for (int i = 0; i < variables.length; i++) {
                int column = codec.columns().get(variables[i]);
                block.write(i, codec.encode(variables[i], treated.columns().get(column), rows.rows()));
            }
            int[] sides = new int[rows.rows()];
            Arrays.fill(sides, side);
            block.write(variables.length, sides);
            block.write(variables.length + 1, entities(rows));
            return block;
        }

        private int[] entities(RawBlock rows) {
            int[] entities = new int[rows.rows()];
            long[] hashes = rows.contentHashes(key);
            for (int row = 0; row < entities.length; row++) {
                entities[row] = rows.missing(key, row) ? Owned.NOBODY : Owned.code(hashes[row]);
            }
            return entities;
        }
    }
}

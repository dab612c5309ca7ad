package io.understudy.jobs.table;

import io.understudy.random.Hash;
import io.understudy.raw.RawBlock;
import java.io.Serializable;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows of which each says how many rows of a population it stands for.
 *
 * @param weight position of the column that says so, which is one of numbers
 */
public record WeightedRows(SourceRows rows, int weight) {
    private static final long WEIGHED = 0x5EED0FC091E5L;

    /** What the weights are like. One pass. */
    public Weights weights() {
        return rows.fold(new Weights.Counting(scale()));
    }

    private Weights.Scale scale() {
        return new Weights.Scale(weight, rows.columns().get(weight).type());
    }

    /**
     * Every row with as many copies as it stands for, in units of the mean: as many copies as rows, but for what rounding
     * adds or takes. Of equal rows, whose weights are equal too, the last copies are given out evenly, from a
     * start drawn by their content: systematic sampling (Madow 1949). So a row has its weight in copies on average, never more than one
     * copy off, and which rows have which does not depend on where they lie.
     *
     * @param mean of the weights, above 0
     * @param key  columns whose equal rows are of one entity; empty where every row is one of its own
     */
    public CopiedRows copied(double mean, List<Integer> key, long seed) {
        int[] whole = IntStream.range(0, rows.columns().size()).toArray();
        int[] of = key.stream().mapToInt(Integer::intValue).toArray();
        Copying copying = new Copying(scale(), mean, of, Hash.combine(seed, WEIGHED));
        Ordinals ordinals = Ordinals.of(rows.blocks(), block -> block.contentHashes(whole));
        return new CopiedRows(
                without(rows.columns(), weight),
                ordinals.zip(rows.blocks(), (block, next) -> copying.of(block, block.contentHashes(whole), next)));
    }

    private static <T> List<T> without(List<T> all, int one) {
        return IntStream.range(0, all.size())
                .filter(i -> i != one)
                .<T>mapToObj(all::get)
                .toList();
    }

    /** How blocks with weights become blocks with copies. */
    private record Copying(Weights.Scale scale, double mean, int[] key, long seed) implements Serializable {

        CopiedRows.Batch of(RawBlock block, long[] hashes, LongUnaryOperator ordinals) {
            double[] weights = scale.weights(block);
            long[] entities = block.contentHashes(key);
            int[] copies = new int[hashes.length];
            for (int row = 0; row < hashes.length; row++) {
                long ordinal = ordinals.applyAsLong(hashes[row]);
                double start = Hash.uniform(Hash.combine(seed, hashes[row]));
                copies[row] = copies(weights[row] / mean, ordinal, start);
                // It has no key, or there is none: it stands for itself.
                if (block.missing(key, row)) {
                    entities[row] = Hash.combine(hashes[row], ordinal);
                }
            }
            RawBlock rest = new RawBlock(block.rows(), without(block.columns(), scale.column()));
            return new CopiedRows.Batch(rest, copies, entities);
        }
    }

    /** How many of the copies of equal rows are this one's: with those before it, {@code expected} each and a start below 1. */
    static int copies(double expected, long ordinal, double start) {
        double before = Math.floor(ordinal * expected + start);
        return (int) (Math.floor((ordinal + 1) * expected + start) - before);
    }
}

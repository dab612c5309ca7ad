package io.understudy.jobs.stage;

import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Inference;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.table.SourceRows;
import io.understudy.jobs.table.SparkSearch;
import io.understudy.jobs.table.SparkTable;
import io.understudy.neighbour.Outliers;
import io.understudy.neighbour.Space;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The training rows as they are learned from: with outliers left out, or with their numbers and dates drawn in to the
 * middle 98 % of their columns. Checks compare with all training rows all the same.
 *
 * @param rows     to learn from
 * @param outliers how many rows were treated
 */
record Learning(SourceRows rows, long outliers) {
    private static final double TAIL = 0.01;

    /** Looks for outliers among all training rows, unless these are kept. */
    static Learning of(Inputs inputs) {
        Job job = inputs.job();
        List<ColumnCounts> counts = inputs.trainCounts();
        List<Kind> kinds = kinds(inputs, counts);
        AssessmentCodec codec = AssessmentCodec.learn(counts, kinds);
        if (job.outliers() == Job.Outliers.KEEP || codec.columns().isEmpty()) {
            return new Learning(inputs.train(), 0);
        }
        Outliers outliers = outliers(inputs, codec);
        Treatment treatment = new Treatment(
                codec,
                outliers,
                job.outliers() == Job.Outliers.DROP
                        ? List.of()
                        : IntStream.range(0, counts.size())
                                .mapToObj(c -> Range.of(counts.get(c), kinds.get(c)))
                                .toList());
        return new Learning(inputs.train().map(treatment::of), outliers.count());
    }

    private static List<Kind> kinds(Inputs inputs, List<ColumnCounts> counts) {
        Map<String, Kind> decided = Profiling.kinds(inputs.job());
        return new Inference(inputs.rowsOfK())
                .propose(counts).stream()
                        .map(proposal -> decided.getOrDefault(proposal.column().name(), proposal.kind()))
                        .toList();
    }

    private static Outliers outliers(Inputs inputs, AssessmentCodec codec) {
        return inputs.reading(() -> {
            SparkTable train = inputs.train().encode(codec.domain(), codec::encode, inputs.trainRows());
            Space space = RealTables.space(codec);
            try (SparkSearch search = new SparkSearch(space, inputs.job().seed(), line -> {})) {
                return search.compute(train, List.of(train), new Outliers.Search(space));
            } finally {
                train.blocks().unpersist(false);
            }
        });
    }

    /** The keys that a column's outliers are drawn in to; all keys where they have no order. */
    private record Range(long low, long high) implements Serializable {
        static Range of(ColumnCounts counts, Kind kind) {
            Cells cells = counts.cells();
            if (!counts.column().type().keyed() || !kind.ordered() || cells.size() == 0) {
                return new Range(Long.MIN_VALUE, Long.MAX_VALUE);
            }
            long tail = (long) (TAIL * cells.total());
            int low = 0;
            for (long below = cells.counts()[0]; below <= tail; below += cells.counts()[low]) {
                low++;
            }
            int high = cells.size() - 1;
            for (long above = cells.counts()[high]; above <= tail; above += cells.counts()[high]) {
                high--;
            }
            return new Range(cells.lows()[low], cells.highs()[high]);
        }

        boolean all() {
            return low == Long.MIN_VALUE && high == Long.MAX_VALUE;
        }
    }

    /**
     * What is done with a block.
     *
     * @param ranges by column, to draw outliers in to; empty where they are left out
     */
    private record Treatment(AssessmentCodec codec, Outliers outliers, List<Range> ranges) implements Serializable {

        RawBlock of(RawBlock block) {
            boolean[] far = outliers.in(codec.encode(block));
            return ranges.isEmpty() ? without(block, far) : clipped(block, far);
        }

        private static RawBlock without(RawBlock block, boolean[] far) {
            int[] near =
                    IntStream.range(0, block.rows()).filter(row -> !far[row]).toArray();
            return block.select(near, near.length);
        }

        private RawBlock clipped(RawBlock block, boolean[] far) {
            List<RawColumn> columns = new ArrayList<>();
            for (int c = 0; c < ranges.size(); c++) {
                RawColumn column = block.columns().get(c);
                columns.add(ranges.get(c).all() ? column : clipped((RawColumn.Keyed) column, far, ranges.get(c)));
            }
            return new RawBlock(block.rows(), columns);
        }

        private static RawColumn clipped(RawColumn.Keyed column, boolean[] far, Range range) {
            long[] keys = column.keys().clone();
            for (int row = 0; row < far.length; row++) {
                if (far[row]) {
                    keys[row] = Math.max(range.low(), Math.min(range.high(), keys[row]));
                }
            }
            return new RawColumn.Keyed(keys, column.absent());
        }
    }
}

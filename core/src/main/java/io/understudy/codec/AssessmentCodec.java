package io.understudy.codec;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Codes rows for checks, at a resolution as fine as the real rows themselves; there is no way back to values.
 *
 * <p>Missing is always code 0. The codes of an ordered column are by turns the gaps between real values and those
 * values. Thus the Kolmogorov-Smirnov distance of any table from training is exact on codes: inside a gap the training
 * distribution function is constant and the other one monotone, so their largest difference lies at an end of the gap,
 * and a value is a single point. Where a cell holds several training values it is off by at most the cell's share of rows.
 *
 * <p>Learned from training and held-out rows together, so that neither side is told apart more finely than the other.
 *
 * <p>Law: two rows have equal codes if they have equal values; the converse holds for real rows in
 * every column whose counts are exact and fit the codes.
 *
 * <p>Columns whose kind is not modelled, identifiers and free texts, are left out.
 */
public final class AssessmentCodec implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The rank position of the highest value: positions are shares of real rows in units of this. */
    public static final int UNIT = 1 << 16;

    private final List<Integer> included;
    private final List<Kind> kinds;
    private final AssessedColumn[] columns;

    private AssessmentCodec(List<Integer> included, List<Kind> kinds, AssessedColumn[] columns) {
        this.included = included;
        this.kinds = kinds;
        this.columns = columns;
    }

    /**
     * Learns from the values of training and held-out rows.
     *
     * @param training counts of the training rows, in table order
     * @param kinds    what each column was taken for
     */
    public static AssessmentCodec learn(List<ColumnCounts> training, List<Kind> kinds) {
        return learn(
                training, kinds, Set.of(), c -> training.get(c).texts().forms().best(kinds.get(c)));
    }

    /**
     * Learns from the values of training and held-out rows how to compare them with what a codec decodes.
     *
     * @param codec reads texts of the table as numbers, days and times; the checks then read them alike
     */
    public static AssessmentCodec learn(List<ColumnCounts> training, TableCodec codec) {
        return learn(training, codec, Set.of());
    }

    /**
     * Learns without some columns.
     *
     * @param leftOut names of columns to leave out as well
     */
    public static AssessmentCodec learn(List<ColumnCounts> training, TableCodec codec, Set<String> leftOut) {
        return learn(
                training,
                codec.kinds(),
                leftOut,
                c -> codec.codecs().get(c) instanceof FormattedCodec formatted
                        ? training.get(c).texts().forms().of(formatted.parts().form())
                        : Optional.empty());
    }

    private static AssessmentCodec learn(
            List<ColumnCounts> training,
            List<Kind> kinds,
            Set<String> leftOut,
            IntFunction<Optional<Formatted>> formatted) {
        List<Integer> included = IntStream.range(0, training.size())
                .filter(c -> kinds.get(c).modelled())
                .filter(c -> !leftOut.contains(training.get(c).column().name()))
                .boxed()
                .toList();
        AssessedColumn[] columns = included.stream()
                .map(c -> formatted
                        .apply(c)
                        .<AssessedColumn>map(form -> new AssessedForm(training.get(c), form, kinds.get(c)))
                        .orElseGet(() -> column(training.get(c), kinds.get(c))))
                .toArray(AssessedColumn[]::new);
        return new AssessmentCodec(included, included.stream().map(kinds::get).toList(), columns);
    }

    private static AssessedColumn column(ColumnCounts training, Kind kind) {
        return training.column().type().keyed() ? new AssessedKeys(training, kind) : new AssessedTexts(training);
    }

    /** Positions in the table of the columns that have a variable, ascending. */
    public List<Integer> columns() {
        return included;
    }

    /** What the column of a variable was taken for. */
    public Kind kind(int variable) {
        return kinds.get(variable);
    }

    /** One variable for each of {@link #columns}. */
    public Domain domain() {
        return new Domain(IntStream.range(0, columns.length)
                .mapToObj(v -> columns[v].variable())
                .toList());
    }

    /** The codes of a batch of rows of the whole table. */
    public Block encode(RawBlock rows) {
        Block block = Block.empty(domain(), 0, rows.rows());
        int[] codes = new int[rows.rows()];
        for (int v = 0; v < columns.length; v++) {
            columns[v].encode(rows.columns().get(included.get(v)), rows.rows(), codes);
            block.write(v, codes);
        }
        return block;
    }

    /** The codes of cells of one variable. */
    public int[] encode(int variable, RawColumn cells, int rows) {
        int[] codes = new int[rows];
        columns[variable].encode(cells, rows, codes);
        return codes;
    }

    /**
     * Mid-rank of each code in the training distribution without missing values, 0 .. {@link #UNIT}, non-decreasing; a
     * gap's is where its neighbours meet. Empty for a variable without order. The entry of code 0 means nothing.
     */
    public int[] positions(int variable) {
        return columns[variable].positions().clone();
    }

    /**
     * The number each code stands for, always finite and non-decreasing: of a cell the middle, of a gap the middle of its
     * neighbours, of an outer gap the extreme itself. Days for dates, microseconds for times. What is not finite counts
     * as the nearest finite number in training. Empty for a variable without order. The entry of code 0 means nothing.
     */
    public double[] numbers(int variable) {
        return columns[variable].numbers().clone();
    }
}

package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import io.understudy.stat.Cells;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Codes of texts for checks: missing, then every training text, most frequent first, then the texts beyond the most
 * frequent {@value #MAX_OWN} together, then texts that are not in training.
 *
 * <p>Texts are told apart by hash. Where training has more of them than could be counted singly, those that fell into
 * one cell of hashes share a code.
 */
final class AssessedTexts implements AssessedColumn {
    private static final long serialVersionUID = 1L;
    static final int MAX_OWN = 60_000;

    private final Variable variable;
    private final long[] lows;
    private final KeyIndex highs;
    private final int[] codes;

    AssessedTexts(ColumnCounts training) {
        Cells cells = training.cells();
        int lumped = cells.size() > MAX_OWN ? 1 : 0;
        int size = 1 + Math.min(cells.size(), MAX_OWN) + lumped + 1;
        variable = new Variable(training.column().name(), size, false, true);
        lows = cells.lows();
        highs = new KeyIndex(cells.highs());
        codes = new int[cells.size()];
        int[] byCount = IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparingLong(cell -> -cells.counts()[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < byCount.length; rank++) {
            codes[byCount[rank]] = 1 + Math.min(rank, MAX_OWN);
        }
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        TextCodes.encode((RawColumn.Texts) from, rows, into, this::code);
    }

    private int code(String text) {
        long hash = Hash.of(text);
        int cell = highs.rank(hash);
        return cell < codes.length && lows[cell] <= hash ? codes[cell] : variable.size() - 1;
    }

    @Override
    public int[] positions() {
        return new int[0];
    }

    @Override
    public double[] numbers() {
        return new double[0];
    }
}

package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.jobs.table.Predicates;
import io.understudy.model.Likelihood;
import io.understudy.random.Lottery;
import io.understudy.raw.RawColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns conditions into what rows are drawn by: all combinations of codes of the columns that the conditions are about, with
 * their probabilities, and which of them, with which made-up values, meet which condition.
 *
 * @param drawing of the whole table
 * @param model   what it is drawn from
 * @param columns positions of the columns that lead the model, as far as the conditions need them
 */
record Conditioning(Drawing drawing, Likelihood model, List<Integer> columns) {
    private static final int MOST_COMBINATIONS = 250_000;
    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_VALUES = 64;
    private static final int CHUNK = 8_192;
    /** Less than what a model can tell from nothing. */
    private static final double NOTHING = 1e-9;

    /**
     * Finds out what may be drawn.
     *
     * @param predicates one a part, over the leading columns
     * @throws ConfigurationException where a condition cannot be met
     */
    ConditionedRows rows(Conditions asked, Predicates predicates) {
        long rows = drawing.making().total();
        ConditionedRows.Leads leads = leads();
        double[] weights = weights(leads.codes());
        long[][] met = predicates.met(leads);
        List<Conditions.Part> parts = asked.parts();
        long[] amounts = Amounts.of(parts, rows);
        List<ConditionedRows.Part> drawn = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (amounts[i] > 0) {
                drawn.add(part(amounts[i], weights, met[i], leads.values(), refusal(parts.get(i))));
            }
        }
        long others = rows - Arrays.stream(amounts).sum();
        if (others > 0) {
            drawn.add(part(others, weights, none(met, leads.values()), leads.values(), refusal(parts, others)));
        }
        return new ConditionedRows(leads, drawn);
    }

    private static String refusal(Conditions.Part part) {
        return part.key() + " (" + part.where()
                + ") is met by nothing that the model has seen; it is impossible, or so rare that"
                + " nothing of it was learned";
    }

    private static String refusal(List<Conditions.Part> parts, long others) {
        return "output.conditions leave " + others + " rows that are to meet none of them ("
                + parts.stream().map(Conditions.Part::where).toList()
                + "), but the model has seen nothing that meets none; let shares sum to 1, or numbers to all rows";
    }

    private ConditionedRows.Leads leads() {
        Domain domain = drawing.codec().domain();
        long combinations = 1;
        for (int column : columns) {
            combinations *= domain.size(column);
            if (combinations > MOST_COMBINATIONS) {
                throw new ConfigurationException("output.conditions are about columns "
                        + columns.stream().map(c -> domain.variable(c).name()).toList()
                        + ", whose values combine in more than " + MOST_COMBINATIONS
                        + " ways; condition on fewer columns, or draw more rows and filter them");
            }
        }
        int[][] codes = new int[columns.size()][(int) combinations];
        int each = 1;
        for (int i = 0; i < codes.length; i++) {
            int size = domain.size(columns.get(i));
            int step = each;
            Arrays.setAll(codes[i], combination -> combination / step % size);
            each *= size;
        }
        int values = (int) Math.max(1, Math.min(MOST_VALUES, MOST_CELLS / combinations));
        List<RawColumn> cells =
                columns.stream().map(column -> cells(column, values)).toList();
        return new ConditionedRows.Leads(columns, codes, cells, values);
    }

    /** So many values of every code of a column. */
    private RawColumn cells(int column, int values) {
        Domain domain = drawing.codec().domain();
        int size = domain.size(column) * values;
        Block codes = Block.empty(domain, 0, size);
        codes.write(column, IntStream.range(0, size).map(cell -> cell / values).toArray());
        TableCodec.Making making = drawing.making();
        return drawing.codec()
                .decode(
                        column,
                        codes,
                        new TableCodec.Making(making.seed(), making.real(), Math.max(making.total(), size)));
    }

    private double[] weights(int[][] codes) {
        double[] weights = new double[codes[0].length];
        double[] logs = new double[CHUNK];
        for (int from = 0; from < weights.length; from += CHUNK) {
            int first = from;
            int count = Math.min(CHUNK, weights.length - from);
            Block block = Block.empty(drawing.codec().domain(), 0, count);
            for (int i = 0; i < codes.length; i++) {
                block.write(columns.get(i), Arrays.copyOfRange(codes[i], from, from + count));
            }
            model.logLikelihood(columns, block, logs);
            for (int row = 0; row < count; row++) {
                weights[first + row] = StrictMath.exp(logs[row]);
            }
        }
        return weights;
    }

    private static ConditionedRows.Part part(long rows, double[] weights, long[] met, int values, String refusal) {
        int[] which = IntStream.range(0, met.length)
                .filter(combination -> met[combination] != 0 && weights[combination] > 0)
                .toArray();
        double[] chances = Arrays.stream(which)
                .mapToDouble(combination -> weights[combination] * Long.bitCount(met[combination]) / values)
                .toArray();
        if (Arrays.stream(chances).sum() < NOTHING) {
            throw new ConfigurationException(refusal);
        }
        long[] places = Arrays.stream(which).mapToLong(c -> met[c]).toArray();
        return new ConditionedRows.Part(rows, Lottery.of(chances), which, places);
    }

    /** Where none of the conditions is met. */
    private static long[] none(long[][] met, int values) {
        long all = values == Long.SIZE ? -1L : (1L << values) - 1;
        long[] none = new long[met[0].length];
        Arrays.fill(none, all);
        for (long[] part : met) {
            for (int combination = 0; combination < none.length; combination++) {
                none[combination] &= ~part[combination];
            }
        }
        return none;
    }
}

package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.jobs.table.Predicates;
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
 * @param columns positions of the columns that the conditions are about
 * @param chances of their combinations
 */
record Conditioning(Drawing drawing, List<Integer> columns, Chances chances) {
    private static final int MOST_COMBINATIONS = 250_000;
    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_VALUES = 64;
    /** Less than what a model can tell from nothing. */
    static final double NOTHING = 1e-9;

    /** How likely combinations of codes are. */
    interface Chances {
        /**
         * The probability of each combination, up to a common factor.
         *
         * @param codes shape (columns, combinations)
         */
        double[] of(List<Integer> columns, int[][] codes);
    }

    /**
     * What may be drawn.
     *
     * @param chances  of the combinations
     * @param refusals for each part, what to say if nothing meets it
     */
    record Drawn(ConditionedRows rows, double[] chances, List<String> refusals) {}

    /**
     * Finds out what may be drawn.
     *
     * @param predicates one a part, over the columns
     * @param amounts    how many rows are drawn of each part
     * @throws ConfigurationException where a condition cannot be met
     */
    Drawn rows(Conditions asked, Predicates predicates, Amounts amounts) {
        ConditionedRows.Leads leads = leads();
        double[] weights = chances.of(columns, leads.codes());
        List<Conditions.Part> parts = asked.parts();
        long[][] met = met(parts, predicates, leads);
        new Apart(parts, met).check(combination -> weights[combination] > 0);
        List<ConditionedRows.Part> drawn = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (amounts.parts().get(i) > 0) {
                refusals.add(refusal(parts.get(i)));
                drawn.add(part(amounts.parts().get(i), weights, met[i], leads.values(), refusals));
            }
        }
        if (amounts.others() > 0) {
            refusals.add(refusal(parts, amounts.others()));
            drawn.add(part(amounts.others(), weights, none(met, leads.values()), leads.values(), refusals));
        }
        return new Drawn(new ConditionedRows(leads, drawn), weights, refusals);
    }

    private static long[][] met(List<Conditions.Part> parts, Predicates predicates, ConditionedRows.Leads leads) {
        try {
            return predicates.met(leads);
        } catch (Predicates.Wrong joint) {
            for (int part = 0; part < parts.size(); part++) {
                try {
                    predicates.only(part).met(leads);
                } catch (Predicates.Wrong e) {
                    throw new ConfigurationException(
                            parts.get(part).key() + " (" + parts.get(part).where() + "): " + e.getMessage());
                }
            }
            throw joint;
        }
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

    private static ConditionedRows.Part part(
            long rows, double[] weights, long[] met, int values, List<String> refusals) {
        int[] which = IntStream.range(0, met.length)
                .filter(combination -> met[combination] != 0 && weights[combination] > 0)
                .toArray();
        double[] chances = Arrays.stream(which)
                .mapToDouble(combination -> weights[combination] * Long.bitCount(met[combination]) / values)
                .toArray();
        if (Arrays.stream(chances).sum() < NOTHING) {
            throw new ConfigurationException(refusals.get(refusals.size() - 1));
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

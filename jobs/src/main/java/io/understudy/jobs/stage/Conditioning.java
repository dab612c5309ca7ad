package io.understudy.jobs.stage;

import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.jobs.fitted.Drawing;
import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.jobs.table.Predicates;
import io.understudy.raw.RawColumn;
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

        /**
         * The probability of all that a part may be, up to the same factor.
         *
         * @param proposals one part, of combinations
         * @param weights   of the combinations
         */
        default double of(ConditionedRows proposals, double[] weights) {
            double[] upTo = proposals.parts().get(0).lottery().upTo();
            return upTo[upTo.length - 1];
        }
    }

    /** How many rows are drawn, which depends on which conditions a row can meet together. */
    @FunctionalInterface
    interface Wanted {
        /**
         * The numbers.
         *
         * @param apart conditions in groups within which no row meets two
         * @throws ConfigurationException where they are too many
         */
        Amounts of(List<List<Integer>> apart);
    }

    /**
     * What may be drawn.
     *
     * @param chances  of the combinations
     * @param refusals for each part, what to say if nothing meets it
     * @param amounts  of rows by condition
     */
    record Drawn(ConditionedRows rows, double[] chances, List<String> refusals, Amounts amounts) {}

    /**
     * Finds out what may be drawn.
     *
     * @param predicates one a part, over the columns
     * @param wanted     how many rows are drawn of each part
     * @throws ConfigurationException where a condition cannot be met, or not with others in these numbers
     */
    Drawn rows(Conditions asked, Predicates predicates, Wanted wanted) {
        ConditionedRows.Leads leads = leads();
        double[] weights = chances.of(columns, leads.codes());
        long[][] met = met(asked.parts(), predicates, leads);
        Possible possible = new Possible(asked.parts(), leads, weights, met);
        return possible.overlap()
                ? new Overlapping(possible, chances).drawn(wanted)
                : new Apart(possible).drawn(wanted);
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
}

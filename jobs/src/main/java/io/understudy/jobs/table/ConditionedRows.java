package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.random.Hash;
import io.understudy.random.Lottery;
import io.understudy.random.Permutation;
import io.understudy.random.Philox;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows drawn under conditions on columns that lead the model: first which part of the table a row belongs to, then a
 * combination of the leading codes that its condition allows, in proportion to its probability, then values of those codes
 * that meet the condition, then all other columns given these. So a row meets its condition by construction, and has the
 * distribution that the model has under it.
 *
 * <p>Law: row {@code r} is a function of (model, conditions, seed, r), and parts have exactly as many rows as they ask for.
 *
 * @param leads what the leading columns can be
 * @param parts one after the other; together all rows
 */
public record ConditionedRows(Leads leads, List<Part> parts) implements SyntheticRows.Drawn {
    private static final int DRAW_BITS = 11;

    public ConditionedRows {
        parts = List.copyOf(parts);
    }

    /**
     * Combinations of codes of the leading columns, and made-up values of every code.
     *
     * @param columns positions of the leading columns
     * @param codes   shape (columns, combinations)
     * @param cells   by column: {@code values} cells of code 0, then of code 1, ...
     * @param values  how many values there are of each code, 1 .. 64; all columns of a row take theirs from one place
     */
    public record Leads(List<Integer> columns, int[][] codes, List<RawColumn> cells, int values)
            implements Serializable {}

    /**
     * Rows that meet one condition.
     *
     * @param rows    how many
     * @param lottery of combinations, by their positions in {@code which}
     * @param which   combinations that the condition allows
     * @param places  by position in {@code which}: bit p is set where the values at place p meet the condition
     */
    public record Part(long rows, Lottery lottery, int[] which, long[] places) implements Serializable {}

    /** How many rows there are in total. */
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    @Override
    public RawBlock draw(SyntheticRows.Recipe recipe, long first, int rows) {
        Block codes = Block.empty(recipe.model().domain(), first, rows);
        Chosen chosen = choose(recipe, first, rows);
        write(chosen.combinations(), codes);
        recipe.model().sample(recipe.seed(), leads.columns(), codes);
        return cells(recipe, codes, chosen);
    }

    /** Writes the codes of some combinations. */
    void write(int[] combinations, Block into) {
        int[] column = new int[combinations.length];
        for (int i = 0; i < leads.columns().size(); i++) {
            int[] ofCombination = leads.codes()[i];
            for (int row = 0; row < column.length; row++) {
                column[row] = ofCombination[combinations[row]];
            }
            into.write(leads.columns().get(i), column);
        }
    }

    /** What the leading columns of some rows are: combinations of codes, and places among the values of these. */
    record Chosen(int[] combinations, int[] places) {}

    /** The cells of rows whose leading ones were chosen. */
    RawBlock cells(SyntheticRows.Recipe recipe, Block codes, Chosen chosen) {
        int[] column = new int[codes.rows()];
        List<RawColumn> cells =
                new ArrayList<>(recipe.decoding().decode(codes, recipe.seed()).columns());
        for (int i = 0; i < leads.columns().size(); i++) {
            int[] ofCombination = leads.codes()[i];
            for (int row = 0; row < column.length; row++) {
                column[row] = ofCombination[chosen.combinations[row]] * leads.values() + chosen.places[row];
            }
            cells.set(leads.columns().get(i), leads.cells().get(i).select(column, column.length));
        }
        return new RawBlock(column.length, cells);
    }

    /** Uses the draw after those of the model and of the codecs. */
    private Chosen choose(SyntheticRows.Recipe recipe, long first, int rows) {
        long[] bits = new long[rows];
        Philox.fill(recipe.seed(), first, 2L * recipe.model().domain().width(), bits, rows);
        Part[] parts = parts(recipe.seed(), first, rows);
        Chosen chosen = new Chosen(new int[rows], new int[rows]);
        for (int row = 0; row < rows; row++) {
            int found = parts[row].lottery().draw(Hash.uniform(bits[row]));
            chosen.combinations[row] = parts[row].which()[found];
            chosen.places[row] = place(parts[row].places()[found], bits[row]);
        }
        return chosen;
    }

    /** The part that each of some rows belongs to. They take turns in no visible order, so that no stretch of the table is of one kind. */
    Part[] parts(long seed, long first, int rows) {
        Permutation order = new Permutation(Hash.combine(seed, leads.columns().get(0)), rows());
        Part[] parts = new Part[rows];
        for (int row = 0; row < rows; row++) {
            parts[row] = partOf(order.at(first + row));
        }
        return parts;
    }

    private Part partOf(long place) {
        long upTo = 0;
        for (Part part : parts) {
            upTo += part.rows();
            if (place < upTo) {
                return part;
            }
        }
        throw new IndexOutOfBoundsException("row " + place + " of " + upTo);
    }

    /** One of the set bits, by the last {@value #DRAW_BITS} of some random ones. */
    static int place(long met, long bits) {
        int random = (int) (bits & ((1 << DRAW_BITS) - 1));
        int skip = (random * Long.bitCount(met)) >>> DRAW_BITS;
        long left = met;
        for (int i = 0; i < skip; i++) {
            left &= left - 1;
        }
        return Long.numberOfTrailingZeros(left);
    }
}

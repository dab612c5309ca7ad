package io.understudy.jobs.personal;

import io.understudy.codec.OrderedCodec;
import io.understudy.jobs.job.Treatment;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything that is done with the values of a table before they leave.
 *
 * <p>Law: a treated row is a function of (seed, its index, its own cells) alone. Missing cells stay missing.
 */
public final class Treatments implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<TreatedColumn> columns;
    private final Map<Integer, Secret> secrets;
    private final Cast cast;

    private Treatments(List<TreatedColumn> columns, Map<Integer, Secret> secrets, Real real) {
        this.columns = List.copyOf(columns);
        this.secrets = Map.copyOf(secrets);
        this.cast = new Cast(columns, real);
    }

    /**
     * Prepares the treatments of a table and fetches their keys.
     *
     * @param columns     in table order
     * @param environment the variables that may hold keys
     * @param real        what nothing made up may be
     * @throws io.understudy.jobs.job.ConfigurationException if a key is missing
     */
    public static Treatments of(List<TreatedColumn> columns, Map<String, String> environment, Real real) {
        Map<Integer, Secret> secrets = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).applied() instanceof Applied.Pseudonymised pseudonymised) {
                secrets.put(c, Secret.of(columns.get(c).name(), pseudonymised.key(), environment));
            }
        }
        return new Treatments(columns, secrets, real);
    }

    /**
     * Checks what can be checked before any row is read: that there is a locale, that a key is where it is said to be.
     *
     * @throws io.understudy.jobs.job.ConfigurationException naming the column and what to do
     */
    public static void check(String column, Treatment asked, Map<String, String> environment) {
        asked.locale().ifPresent(locale -> Locales.check(column, locale));
        if (asked.way() == Treatment.Way.PSEUDONYMISE) {
            Secret.of(column, asked.keySource(), environment);
        }
    }

    /** Whether every value leaves as it is. */
    public boolean isEmpty() {
        return columns.stream().allMatch(column -> column.applied() instanceof Applied.Nothing);
    }

    /**
     * Treats synthetic rows.
     *
     * @param firstRow index of the block's first row in the synthetic table
     */
    public RawBlock synthetic(RawBlock block, long firstRow, long seed) {
        List<RawColumn> cells = new ArrayList<>(block.columns());
        if (!cast.isEmpty()) {
            cells = new ArrayList<>(cast.play(cells, new Rows(seed, firstRow, block.rows(), 0)));
        }
        for (int c = 0; c < cells.size(); c++) {
            Rows rows = new Rows(seed, firstRow, block.rows(), c);
            Applied applied = columns.get(c).applied();
            if (applied instanceof Applied.Perturbed perturbed) {
                OrderedCodec codec = (OrderedCodec) columns.get(c).codec();
                cells.set(c, Keyed.noise((RawColumn.Keyed) cells.get(c), rows, perturbed.scale(), codec));
            } else if (applied instanceof Applied.Coarsened coarsened) {
                cells.set(c, new Drawn(coarsened).draw((RawColumn.Texts) cells.get(c), rows));
            } else {
                cells.set(c, column(c, cells.get(c), block.rows()));
            }
        }
        return new RawBlock(block.rows(), cells);
    }

    /**
     * Treats real rows, as far as a value alone decides what becomes of it: everything but fakes and noise. What synthetic
     * rows are compared with, and what columns that are kept as they are go through.
     */
    public RawBlock real(RawBlock block) {
        List<RawColumn> cells = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            cells.add(column(c, block.columns().get(c), block.rows()));
        }
        return new RawBlock(block.rows(), cells);
    }

    /** Treats cells of one column, by its position, as far as values alone decide. */
    public RawColumn column(int column, RawColumn cells, int rows) {
        Applied applied = columns.get(column).applied();
        if (applied instanceof Applied.Rounded rounded) {
            return Keyed.map((RawColumn.Keyed) cells, rows, Keyed.rounding(rounded));
        }
        if (applied instanceof Applied.Months) {
            return Keyed.map((RawColumn.Keyed) cells, rows, Keyed::month);
        }
        if (applied instanceof Applied.Days) {
            return Keyed.map((RawColumn.Keyed) cells, rows, Keyed::day);
        }
        return cells instanceof RawColumn.Texts texts ? texts(column, texts) : cells;
    }

    private RawColumn texts(int column, RawColumn.Texts cells) {
        Applied applied = columns.get(column).applied();
        if (applied instanceof Applied.Pseudonymised pseudonymised) {
            Secret secret = secrets.get(column);
            return secret == null ? cells : map(cells, new Pseudonyms(secret, pseudonymised.shaped()));
        }
        if (applied instanceof Applied.Masked masked) {
            return map(cells, new Mask(masked.last()));
        }
        return applied instanceof Applied.Coarsened coarsened ? map(cells, new Drawn(coarsened)::own) : cells;
    }

    /** Changes every text of the vocabulary once, however many cells have it. */
    private static RawColumn map(RawColumn.Texts cells, UnaryOperator<String> change) {
        String[] changed = new String[cells.vocabulary().length];
        for (int id = 0; id < changed.length; id++) {
            changed[id] = change.apply(cells.vocabulary()[id]);
        }
        return new RawColumn.Texts(cells.ids(), changed);
    }
}

package io.understudy.jobs.personal;

import io.understudy.codec.OrderedCodec;
import io.understudy.jobs.job.Treatment;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        RowNumbers numbers = RowNumbers.run(firstRow, block.rows());
        Set<Integer> all = IntStream.range(0, columns.size()).boxed().collect(Collectors.toSet());
        return new RawBlock(block.rows(), synthetic(block.columns(), numbers, seed, all));
    }

    /** Some columns and all whose untreated cells are looked at when they are treated. */
    public Set<Integer> needed(Set<Integer> wanted) {
        Set<Integer> needed = new HashSet<>(wanted);
        needed.addAll(cast.needed(wanted));
        return needed;
    }

    /**
     * Treats some columns of synthetic rows.
     *
     * @param cells  untreated, of all columns; only those that are {@link #needed} are looked at
     * @param wanted positions of the columns to treat; the others are passed on untreated
     */
    public List<RawColumn> synthetic(List<RawColumn> cells, RowNumbers numbers, long seed, Set<Integer> wanted) {
        List<RawColumn> treated =
                new ArrayList<>(cast.isEmpty() ? cells : cast.play(cells, new Rows(seed, numbers, 0), wanted));
        for (int c : wanted) {
            treated.set(c, synthetic(c, treated.get(c), new Rows(seed, numbers, c)));
        }
        return treated;
    }

    private RawColumn synthetic(int column, RawColumn cells, Rows rows) {
        Applied applied = columns.get(column).applied();
        if (applied instanceof Applied.Perturbed perturbed) {
            OrderedCodec codec = (OrderedCodec) columns.get(column).codec();
            return Keyed.noise((RawColumn.Keyed) cells, rows, perturbed.scale(), codec);
        }
        return applied instanceof Applied.Coarsened coarsened
                ? new Drawn(coarsened).draw((RawColumn.Texts) cells, rows)
                : column(column, cells, rows.count());
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

package io.understudy.codec;

import io.understudy.codec.personal.ColumnName;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Proposes the kind of each column from its type, its name and the counts of its values.
 *
 * @param k a text is frequent from so many rows on
 */
public record Inference(int k) {
    private static final Set<String> ID_WORDS = Set.of(
            "id",
            "ids",
            "key",
            "nr",
            "no",
            "num",
            "number",
            "code",
            "uuid",
            "guid",
            "pk",
            "ref",
            "identifier",
            "pid",
            "uid",
            "sid");

    private static final String ENTITY = "persons or contracts; say category to keep the frequent ones";

    /** Fewer names of persons or contracts than this are groups. */
    private static final int MIN_ENTITIES = 500;

    /** Fewer distinct values than this can be distinct by chance. */
    private static final int MIN_IDENTIFIERS = 50;

    /** Numbers that are distinct and this close, in values per row, are running numbers. */
    static final double MAX_SPREAD = 4;

    /** The least share of rows with frequent texts that makes a column one of labels. */
    private static final double MIN_FREQUENT = 0.2;

    static final double NEARLY_ALL = 0.98;

    /** What every column seems to be, in the order of the table. */
    public List<Proposal> propose(List<ColumnCounts> table) {
        return table.stream().map(this::propose).toList();
    }

    /** What one column seems to be, by its own values and name. */
    public Proposal propose(ColumnCounts counts) {
        ColumnType type = counts.column().type();
        if (type instanceof ColumnType.Flag) {
            return proposal(counts, Kind.BOOLEAN, "the type is boolean", 1);
        }
        if (type instanceof ColumnType.Date) {
            return proposal(counts, Kind.DATE, "the type is a date", 1);
        }
        if (type instanceof ColumnType.Timestamp) {
            return proposal(counts, Kind.TIMESTAMP, "the type is a timestamp", 1);
        }
        if (type.keyed() && !whole(type)) {
            return proposal(counts, Kind.NUMBER, "the type has fractions", 1);
        }
        return PersonalInference.propose(counts)
                .or(() -> type.keyed() ? Optional.empty() : new FormInference(k).propose(counts))
                .orElseGet(() -> type.keyed() ? number(counts) : text(counts));
    }

    /** Whether a type holds whole numbers whose keys are the numbers themselves. */
    static boolean whole(ColumnType type) {
        return type instanceof ColumnType.Whole
                || (type instanceof ColumnType.Decimal decimal && decimal.exact() && decimal.scale() == 0);
    }

    private Proposal number(ColumnCounts counts) {
        if (counts.present() < MIN_IDENTIFIERS || !distinctNumbers(counts)) {
            return repeated(counts);
        }
        Cells cells = counts.cells();
        double span = (double) cells.highs()[cells.size() - 1] - cells.lows()[0] + 1;
        if (span <= MAX_SPREAD * counts.present()) {
            return proposal(counts, Kind.IDENTIFIER, "whole numbers without gaps that never repeat", 0.9);
        }
        if (namesRows(counts.column())) {
            return proposal(counts, Kind.IDENTIFIER, "whole numbers that never repeat, named like an identifier", 0.9);
        }
        return proposal(counts, Kind.NUMBER, "whole numbers that never repeat but lie far apart", 0.4);
    }

    private Proposal repeated(ColumnCounts counts) {
        ColumnName name = ColumnName.of(counts.column().name());
        if (namesEntities(counts)) {
            return proposal(counts, Kind.IDENTIFIER, "whole numbers that repeat, named like what names " + ENTITY, 0.6);
        }
        boolean code = name.code() || (name.numbered() && counts.distinct() > MIN_IDENTIFIERS);
        if (code && frequentRows(counts.cells(), cell -> counts.cells().pure(cell)) >= counts.present() / 2) {
            return proposal(counts, Kind.ORDINAL, "whole numbers that repeat, named like codes", 0.7);
        }
        return proposal(counts, Kind.NUMBER, "whole numbers that repeat", 1);
    }

    /** Whether values name so many persons, contracts or the like that they should not be released, though they repeat. */
    private static boolean namesEntities(ColumnCounts counts) {
        return counts.distinct() >= MIN_ENTITIES
                && namesRows(counts.column())
                && ColumnName.of(counts.column().name()).entity();
    }

    /** Whether no number repeats, as far as the cells tell: no cell has more rows than numbers between its ends. */
    private static boolean distinctNumbers(ColumnCounts counts) {
        Cells cells = counts.cells();
        for (int i = 0; i < cells.size(); i++) {
            double numbers = (double) cells.highs()[i] - cells.lows()[i] + 1;
            if (cells.counts()[i] > numbers) {
                return false;
            }
        }
        return true;
    }

    private Proposal text(ColumnCounts counts) {
        if (counts.present() == 0) {
            return proposal(counts, Kind.CATEGORY, "no value is present", 0.5);
        }
        double present = counts.present();
        double frequent =
                frequentRows(counts.cells(), cell -> counts.cells().label(cell).isPresent()) / present;
        boolean distinct = counts.present() >= MIN_IDENTIFIERS && counts.distinct() >= NEARLY_ALL * present;
        if (namesEntities(counts) && wordlessRows(counts.shapes()) >= NEARLY_ALL * present) {
            return distinct
                    ? proposal(counts, Kind.IDENTIFIER, "codes that hardly ever repeat", 0.8)
                    : proposal(counts, Kind.IDENTIFIER, "codes that repeat, named like what names " + ENTITY, 0.6);
        }
        if (frequent >= MIN_FREQUENT) {
            String reason = percent(frequent) + " of the rows have texts that at least " + k + " rows share";
            return proposal(counts, Kind.CATEGORY, reason, frequent >= 0.5 ? 1 : 0.5 + frequent / 2);
        }
        if (distinct && wordlessRows(counts.shapes()) >= 0.5 * counts.shapes().total()) {
            return proposal(counts, Kind.IDENTIFIER, "texts without blanks that hardly ever repeat", 0.8);
        }
        String reason = "only " + percent(frequent) + " of the rows have texts that at least " + k + " rows share";
        return proposal(counts, Kind.TEXT, reason, distinct ? 0.9 : 0.6);
    }

    private long frequentRows(Cells cells, IntPredicate single) {
        long rows = 0;
        for (int i = 0; i < cells.size(); i++) {
            long count = cells.counts()[i];
            rows += count >= k && single.test(i) ? count : 0;
        }
        return rows;
    }

    /** Rows whose text has no blank. */
    private static long wordlessRows(Cells shapes) {
        long rows = 0;
        for (int i = 0; i < shapes.size(); i++) {
            boolean blank =
                    shapes.label(i).filter(shape -> shape.indexOf(' ') >= 0).isPresent();
            rows += blank ? 0 : shapes.counts()[i];
        }
        return rows;
    }

    /** Whether a word of the name, parted by signs or capitals, is one that names rows. */
    static boolean namesRows(Column column) {
        String parted = column.name().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_");
        for (String word : parted.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (ID_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static Proposal proposal(ColumnCounts counts, Kind kind, String reason, double confidence) {
        return new Proposal(counts.column(), kind, reason, confidence);
    }
}

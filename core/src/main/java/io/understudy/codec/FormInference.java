package io.understudy.codec;

import io.understudy.codec.form.Form;
import io.understudy.codec.form.NumberForm;
import io.understudy.codec.personal.ColumnName;
import io.understudy.schema.Keys;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns of texts that hold numbers, days or times in one format.
 *
 * @param k a text is frequent from so many rows on
 */
record FormInference(int k) {
    /** At most this share of rows may have texts that are neither of the form nor frequent. */
    private static final double MOST_UNFIT = 0.01;

    /** The same where a person has said what the column is. */
    private static final double MOST_UNFIT_DECIDED = 0.1;

    /** At least this share of rows must fit: a few numbers between words are words. */
    private static final double LEAST_FIT = 0.2;

    private static final int LEAST_ROWS = 20;

    /** A leading zero more often than in one of so many rows makes a column one of codes. */
    private static final int ZERO_SHARE = 1_000;

    /** So few different numbers are labels as well, and are kept exactly that way. */
    private static final int FEW = 20;

    /** Numbers of one length from so many digits on are numbers of something rather than measures. */
    private static final int CODE_DIGITS = 6;

    private static final Set<String> CODES = Set.of(
            "zip",
            "zipcode",
            "postal",
            "postcode",
            "plz",
            "code",
            "codes",
            "cap",
            "fips",
            "isbn",
            "ean",
            "gtin",
            "sku");

    Optional<Proposal> propose(ColumnCounts counts) {
        if (counts.present() < LEAST_ROWS) {
            return Optional.empty();
        }
        for (Kind kind : new Kind[] {Kind.DATE, Kind.TIMESTAMP, Kind.NUMBER}) {
            Optional<Formatted> best = best(counts, kind).filter(form -> suits(counts, form, MOST_UNFIT));
            if (best.isPresent()) {
                return kind == Kind.NUMBER ? number(counts, best.get()) : Optional.of(proposal(counts, best.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * The form by which a column whose kind a person has decided is read.
     *
     * @throws IllegalArgumentException if too many rows do not fit any
     */
    Formatted decided(ColumnCounts counts, Kind kind) {
        Optional<Formatted> best = best(counts, kind);
        long unfit = best.map(form -> unfit(counts, form)).orElse(counts.present());
        if (best.isPresent() && suits(counts, best.get(), MOST_UNFIT_DECIDED)) {
            return best.get();
        }
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        throw new IllegalArgumentException("column " + counts.column().name() + " cannot be of kind " + word
                + " because its type is text and " + unfit + " of " + counts.present()
                + " rows are not written in the one format that most rows have; leave the kind out, make it text or"
                + " category, or turn the column into a " + word + " with an input query");
    }

    private boolean suits(ColumnCounts counts, Formatted form, double most) {
        return form.fits() >= Math.max(k, LEAST_FIT * counts.present())
                && unfit(counts, form) <= most * counts.present();
    }

    /** Rows that have neither a text of the form nor a frequent one. */
    long unfit(ColumnCounts counts, Formatted form) {
        return counts.present()
                - form.fits()
                - words(counts, form.form()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** Frequent texts that are not as a form writes them. */
    Map<String, Long> words(ColumnCounts counts, Form form) {
        Map<String, Long> frequent = LabelCodec.frequent(counts.cells(), k);
        frequent.keySet().removeIf(form::fits);
        return frequent.size() > FormattedCodec.MOST_WORDS ? Map.of() : frequent;
    }

    private Optional<Formatted> best(ColumnCounts counts, Kind kind) {
        List<Formatted> equal = equal(counts, kind);
        if (equal.size() < 2) {
            return equal.stream().findFirst();
        }
        // Where nothing tells, a stroke is how Americans part dates, and they put the month first; others put the day
        // first.
        boolean second = kind != Kind.NUMBER && !equal.get(0).form().pattern().contains("/");
        return Optional.of(equal.get(second ? 1 : 0));
    }

    /** The forms of a kind that most rows fit, all equally many, and that read them differently. */
    private static List<Formatted> equal(ColumnCounts counts, Kind kind) {
        List<Formatted> of = counts.texts().forms().found().stream()
                .filter(formatted -> formatted.kind() == kind)
                .toList();
        return of.stream()
                .filter(formatted -> formatted.fits() == of.get(0).fits()
                        && (formatted.equals(of.get(0))
                                || !formatted.cells().equals(of.get(0).cells())))
                .toList();
    }

    private Optional<Proposal> number(ColumnCounts counts, Formatted found) {
        NumberForm form = (NumberForm) found.form();
        int distinct = found.cells().size();
        if (!form.plain()) {
            boolean label = distinct <= FEW && !form.tail().isEmpty();
            return label ? Optional.empty() : Optional.of(proposal(counts, found));
        }
        long zeros = counts.texts().forms().leadingZeros();
        boolean code = zeros >= k || zeros * ZERO_SHARE >= counts.present();
        ColumnName name = ColumnName.of(counts.column().name());
        if (code || distinct <= FEW || name.has(CODES) || oneLength(found.cells())) {
            return Optional.empty();
        }
        return Inference.namesRows(counts.column()) || running(counts, found)
                ? Optional.empty()
                : Optional.of(proposal(counts, found));
    }

    /** Whether whole numbers all have the same, large, number of digits. */
    private static boolean oneLength(Cells cells) {
        String lowest = digits(cells.lows()[0]);
        String highest = digits(cells.highs()[cells.size() - 1]);
        return lowest.length() == highest.length() && lowest.length() >= CODE_DIGITS;
    }

    private static String digits(long key) {
        return Long.toString((long) Keys.toDouble(key));
    }

    /** Whether numbers never repeat and have few gaps. */
    private static boolean running(ColumnCounts counts, Formatted found) {
        Cells cells = found.cells();
        double span = Keys.toDouble(cells.highs()[cells.size() - 1]) - Keys.toDouble(cells.lows()[0]) + 1;
        return counts.distinct() >= Inference.NEARLY_ALL * counts.present()
                && span <= Inference.MAX_SPREAD * counts.present();
    }

    private Proposal proposal(ColumnCounts counts, Formatted found) {
        Kind kind = found.kind();
        String what = kind == Kind.NUMBER ? "numbers" : kind == Kind.DATE ? "days" : "times";
        String share = Math.floorDiv(100 * found.fits(), counts.present()) + " %";
        String reason = share + " of the texts are " + what + " written like "
                + found.form().pattern();
        List<Formatted> equal = equal(counts, kind);
        if (equal.size() > 1) {
            Formatted other = equal.get(equal.get(0).equals(found) ? 1 : 0);
            reason += ", but could as well be " + other.form().pattern();
        }
        return new Proposal(counts.column(), kind, reason, equal.size() > 1 ? 0.4 : 0.95);
    }
}

package io.understudy.jobs.personal;

import io.understudy.codec.AbsentCodec;
import io.understudy.codec.Codec;
import io.understudy.codec.ColumnCounts;
import io.understudy.codec.OrderedCodec;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Spelling;
import io.understudy.jobs.job.Treatment;
import io.understudy.jobs.job.Treatment.Way;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what is done with the values of a column. Personal columns of which nothing is said are faked.
 *
 * @param counts what values the column has
 * @param kind   what it was taken for
 * @param codec  how it is coded
 * @param k      no coarser text that fewer rows share is kept
 */
public record Decision(ColumnCounts counts, Kind kind, Codec codec, int k) {
    private static final double DEFAULT_NOISE = 0.1;

    /** Texts are distinct from this share of distinct ones on; counts beyond memory's bounds are off by a percent. */
    private static final double DISTINCT = 0.98;

    /** Fewer rows than this can be distinct by chance. */
    private static final int FEWEST_DISTINCT = 20;

    /**
     * Decides.
     *
     * @throws ConfigurationException if what is asked for does not fit the column
     */
    public Applied applied(Optional<Treatment> asked) {
        Optional<Treatment> treatment =
                asked.or(() -> kind.personal() ? Optional.of(Treatment.of(Way.FAKE)) : Optional.empty());
        treatment.ifPresent(this::refuseUnfit);
        return treatment
                .filter(known -> !(codec instanceof AbsentCodec))
                .map(this::apply)
                .orElse(new Applied.Nothing());
    }

    private void refuseUnfit(Treatment treatment) {
        Way way = treatment.way();
        if (fits(way)) {
            return;
        }
        String others =
                Arrays.stream(Way.values()).filter(this::fits).map(Spelling::of).collect(Collectors.joining(", "));
        String why = kind == Kind.CATEGORY && way == Way.GENERALISE
                ? " (rare categories are taken care of by columns.NAME.rare)"
                : "";
        throw new ConfigurationException("columns." + counts.column().name() + ".treatment: " + Spelling.of(way)
                + " does not fit a column of kind " + Spelling.of(kind) + ", type "
                + word(counts.column().type()) + why + "; what does: " + others);
    }

    /** What messages call types. */
    private static String word(ColumnType type) {
        String name = type.getClass().getSimpleName();
        return type instanceof ColumnType.Whole ? "whole number" : name.toLowerCase(Locale.ROOT);
    }

    private boolean fits(Way way) {
        boolean texts = !counts.column().type().keyed();
        boolean ordered =
                !texts && (kind == Kind.NUMBER || kind == Kind.ORDINAL || kind == Kind.DATE || kind == Kind.TIMESTAMP);
        return switch (way) {
            case FAKE -> kind.personal();
            case PSEUDONYMISE, MASK -> texts && !kind.ordered();
            case GENERALISE -> ordered || (texts && Coarser.of(kind).isPresent());
            case PERTURB -> ordered;
            case DROP -> true;
        };
    }

    private Applied apply(Treatment treatment) {
        return switch (treatment.way()) {
            case FAKE ->
                new Applied.Faked(
                        treatment.locale().orElse(Locales.DEFAULT),
                        treatment.locale().isPresent(),
                        Style.of(counts.shapes()),
                        distinct());
            case PSEUDONYMISE -> new Applied.Pseudonymised(treatment.keySource(), treatment.shaped());
            case MASK -> new Applied.Masked(treatment.last());
            case GENERALISE -> generalised();
            case PERTURB ->
                new Applied.Perturbed(treatment.noise().orElse(DEFAULT_NOISE)
                        * Spread.of((OrderedCodec) codec).distance());
            case DROP -> new Applied.Nothing();
        };
    }

    private boolean distinct() {
        return counts.present() >= FEWEST_DISTINCT && counts.distinct() >= DISTINCT * counts.present();
    }

    private Applied generalised() {
        ColumnType type = counts.column().type();
        if (type instanceof ColumnType.Date) {
            return new Applied.Months();
        }
        if (type instanceof ColumnType.Timestamp) {
            return new Applied.Days();
        }
        return type.keyed()
                ? Spread.of((OrderedCodec) codec).rounded()
                : Coarser.of(kind).orElseThrow().learn(counts.cells(), k);
    }
}

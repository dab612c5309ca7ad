package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The codec of a column of repeated texts.
 *
 * <p>Codes: missing, then the most frequent texts by descending count, then one for the other frequent texts together,
 * then one for rare ones, each of the last two only where needed. A rare text, one that fewer than k rows have or that
 * was never seen, is decoded as {@link RareTexts} say: at first to a frequent one, drawn by weight. Where fewer than k rows have rare texts at all, these
 * take the most frequent text's code.
 */
public final class LabelCodec implements Codec {
    private static final long serialVersionUID = 1L;

    private final Parts parts;
    private final Ranking ranking;
    private final String[] vocabulary;
    private final int base;
    private final int rareCode;
    private final ShapeSeries[] series;
    private final Weights shapes;

    /**
     * All there is to know about a codec.
     *
     * @param variable what the codes look like from outside
     * @param texts    frequent texts, most frequent first, at least one
     * @param weights  rows of the training table that have each text, at least k and {@linkplain Released rounded}
     * @param own      how many texts have a code of their own
     * @param rare     whether rare texts have a code
     * @param instead  what is written where that code is
     */
    public record Parts(Variable variable, List<String> texts, long[] weights, int own, boolean rare, RareTexts instead)
            implements Serializable {
        public Parts {
            texts = List.copyOf(texts);
        }
    }

    private LabelCodec(Parts parts) {
        this.parts = parts;
        ranking = new Ranking(parts.texts(), parts.weights(), parts.own());
        vocabulary = parts.texts().toArray(String[]::new);
        base = parts.variable().missing() ? 1 : 0;
        rareCode = parts.rare() ? base + ranking.codes() : base;
        series = parts.instead().shapes().stream()
                .map(shape -> ShapeSeries.shapes(shape, new HashSet<>(List.of(shape))))
                .map(shapes -> new ShapeSeries(shapes, KeyCheck.NONE))
                .toArray(ShapeSeries[]::new);
        shapes = new Weights(parts.instead().weights());
    }

    /** The codec that was stored in these parts. */
    public static LabelCodec of(Parts parts) {
        return new LabelCodec(parts);
    }

    /** Learns from counts in which at least one text is frequent. */
    static LabelCodec learn(ColumnCounts counts, Settings settings) {
        Map<String, Long> frequent = frequent(counts.cells(), settings.k());
        List<String> texts = Ranking.sorted(frequent);
        long[] weights = texts.stream().mapToLong(frequent::get).toArray();
        int own = Math.min(texts.size(), settings.maxLabels());
        boolean missing = counts.missing() >= settings.k();
        boolean rare = counts.present() - Arrays.stream(weights).sum() >= settings.k();
        int size = (missing ? 1 : 0) + new Ranking(texts, weights, own).codes() + (rare ? 1 : 0);
        Variable variable = new Variable(counts.column().name(), size, false, missing);
        Rare how = settings.rare().getOrDefault(counts.column().name(), Rare.RESAMPLE);
        RareTexts instead = rare ? RareTexts.learn(how, counts, frequent, settings.k()) : RareTexts.resampled();
        return of(new Parts(variable, texts, Released.counts(weights, settings.k()), own, rare, instead));
    }

    /** The texts that at least k rows have. */
    static Map<String, Long> frequent(Cells cells, int k) {
        Map<String, Long> frequent = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            long count = cells.counts()[i];
            if (count >= k) {
                cells.label(i).ifPresent(text -> frequent.put(text, count));
            }
        }
        return frequent;
    }

    /** What is stored of it: frequent texts and rounded counts. */
    public Parts parts() {
        return parts;
    }

    @Override
    public Variable variable() {
        return parts.variable();
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        TextCodes.encode((RawColumn.Texts) from, rows, into, this::code);
    }

    private int code(String text) {
        int position = ranking.position(text);
        return position < 0 ? rareCode : base + ranking.code(position);
    }

    @Override
    public boolean invents() {
        return parts.instead().how() == Rare.KEEP_SHAPE;
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        int[] ids = draws.room().ints(draws.rows());
        if (own(codes, ids)) {
            return new RawColumn.Texts(ids, vocabulary);
        }
        List<String> madeUp = new ArrayList<>();
        boolean resampled = parts.instead().how() == Rare.RESAMPLE;
        for (int row = 0; row < ids.length; row++) {
            if (ids[row] < parts.own()) {
                continue;
            }
            if (!parts.rare() || codes[row] != rareCode) {
                ids[row] = ranking.position(ids[row], draws.bits(row));
            } else if (resampled) {
                ids[row] = ranking.anyPosition(draws.bits(row));
            } else {
                ids[row] = vocabulary.length + madeUp.size();
                madeUp.add(instead(draws.bits(row), draws.taken()));
            }
        }
        return new RawColumn.Texts(ids, madeUp.isEmpty() ? vocabulary : with(madeUp));
    }

    /**
     * Writes the position of each row's text for codes that have a text of their own, -1 for missing ones, and more than any of
     * these for others.
     *
     * @return whether there are no others: mostly so, and then nothing need be drawn
     */
    private boolean own(int[] codes, int[] ids) {
        int others = 0;
        for (int row = 0; row < ids.length; row++) {
            int id = codes[row] - base;
            ids[row] = id;
            others |= parts.own() - 1 - id;
        }
        return others >= 0;
    }

    private String instead(long bits, Taken taken) {
        return series.length == 0
                ? parts.instead().word()
                : series[shapes.pick(0, series.length, bits)].free(Hash.mix(bits), taken);
    }

    private String[] with(List<String> more) {
        String[] all = Arrays.copyOf(vocabulary, vocabulary.length + more.size());
        for (int i = 0; i < more.size(); i++) {
            all[vocabulary.length + i] = more.get(i);
        }
        return all;
    }
}

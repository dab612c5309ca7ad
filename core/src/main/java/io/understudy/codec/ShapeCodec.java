package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The codec of a column of texts that are mostly unique: it keeps what they look like and makes up what they say.
 *
 * <p>Codes: missing, then the most frequent {@linkplain Shape shapes}, then one for the other shapes together. A shape
 * that fewer than k rows have counts as the next coarser one that k rows have, or else as the most frequent.
 *
 * <p>Where texts are identifiers, they are distinct; where a shape has not enough texts, longer ones take their place.
 * No text that is taken is written, unless every longer one that was tried is taken too.
 */
public final class ShapeCodec implements Codec {
    private static final long serialVersionUID = 1L;

    /** The most shapes with a code of their own: such columns carry little that a model should spend codes on. */
    private static final int MAX_OWN = 62;

    /** What is written where no k rows share even a coarse shape: a word of up to eight letters. */
    static final String NEUTRAL = "~8:a";

    private final Parts parts;
    private final Ranking ranking;
    private final ShapeSeries[] series;

    /** The position that each shape, and each longer one in its place, belongs to. */
    private final Map<String, Integer> owners = new HashMap<>();

    private final int base;

    /**
     * All there is to know about a codec.
     *
     * @param variable what the codes look like from outside
     * @param shapes   most frequent first, at least one
     * @param weights  rows of the training table that have each shape, at least k and {@linkplain Released rounded}
     * @param own      how many shapes have a code of their own
     * @param distinct whether texts should not repeat
     * @param check    what (nearly) all texts of the training table satisfy
     */
    public record Parts(
            Variable variable, List<String> shapes, long[] weights, int own, boolean distinct, KeyCheck check)
            implements Serializable {
        public Parts {
            shapes = List.copyOf(shapes);
        }
    }

    private ShapeCodec(Parts parts) {
        this.parts = parts;
        ranking = new Ranking(parts.shapes(), parts.weights(), parts.own());
        series = new ShapeSeries[parts.shapes().size()];
        Set<String> used = new HashSet<>(parts.shapes());
        for (int position = 0; position < series.length; position++) {
            List<String> shapes = ShapeSeries.shapes(parts.shapes().get(position), used);
            for (String shape : shapes) {
                owners.put(shape, position);
            }
            series[position] = new ShapeSeries(shapes, parts.check());
        }
        base = parts.variable().missing() ? 1 : 0;
    }

    /** The codec that was stored in these parts. */
    public static ShapeCodec of(Parts parts) {
        return new ShapeCodec(parts);
    }

    static ShapeCodec learn(ColumnCounts counts, Kind kind, Settings settings) {
        Map<String, Long> shared = shared(counts.shapes(), settings.k());
        if (shared.isEmpty()) {
            shared.put(NEUTRAL, 1L);
        }
        List<String> shapes = Ranking.sorted(shared);
        long[] weights = shapes.stream().mapToLong(shared::get).toArray();
        int own = Math.min(shapes.size(), MAX_OWN);
        boolean missing = counts.missing() >= settings.k();
        int size = (missing ? 1 : 0) + new Ranking(shapes, weights, own).codes();
        Variable variable = new Variable(counts.column().name(), size, false, missing);
        KeyCheck check = kind == Kind.IDENTIFIER ? KeyCheck.of(counts.cells(), false) : KeyCheck.NONE;
        return of(new Parts(
                variable, shapes, Released.counts(weights, settings.k()), own, kind == Kind.IDENTIFIER, check));
    }

    /** Shapes that at least k rows have, after those that fewer have were counted as the next coarser. */
    private static Map<String, Long> shared(Cells shapes, int k) {
        Map<String, Long> counted = new HashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            long count = shapes.counts()[i];
            shapes.label(i).ifPresent(shape -> counted.put(shape, count));
        }
        return shared(counted, k);
    }

    static Map<String, Long> shared(Map<String, Long> shapes, int k) {
        Map<String, Long> shared = new HashMap<>();
        Map<String, Long> waiting = new HashMap<>(shapes);
        while (!waiting.isEmpty()) {
            Map<String, Long> coarser = new HashMap<>();
            waiting.forEach((shape, count) -> {
                if (shared.containsKey(shape) || count >= k) {
                    shared.merge(shape, count, Long::sum);
                } else {
                    Shape.coarser(shape).ifPresent(next -> coarser.merge(next, count, Long::sum));
                }
            });
            waiting.clear();
            waiting.putAll(coarser);
        }
        return shared;
    }

    /** What is stored of it: shapes that at least k rows have. */
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
        Optional<String> shape = Optional.of(Shape.of(text));
        while (shape.isPresent()) {
            int position = ranking.position(shape.get());
            if (position >= 0) {
                return base + ranking.code(position);
            }
            shape = Shape.coarser(shape.get());
        }
        return base;
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        int[] ids = draws.room().ints(draws.rows());
        String[] texts = new String[draws.rows()];
        for (int row = 0; row < ids.length; row++) {
            boolean missing = codes[row] < base;
            ids[row] = missing ? -1 : row;
            texts[row] = missing ? "" : write(codes[row] - base, draws, row);
        }
        return new RawColumn.Texts(ids, texts);
    }

    private String write(int code, Draws draws, int row) {
        int position = ranking.position(code, draws.bits(row));
        ShapeSeries texts = series[position];
        String first = attempt(texts, draws, row, 0);
        String text = first;
        for (int attempt = 1; !free(text, position, draws.taken()); attempt++) {
            if (attempt == 2 * Turns.TRIES) {
                return first;
            }
            text = attempt(texts, draws, row, attempt);
        }
        return text;
    }

    private String attempt(ShapeSeries texts, Draws draws, int row, int attempt) {
        if (!parts.distinct()) {
            return texts.any(draws.bits(row), attempt);
        }
        long index = draws.index(row);
        return texts.numbered(draws.key(), Turns.number(attempt, index, draws.total(), texts.usual()));
    }

    /** What at least k rows look like, and only one text looks like, may be shown; texts of two shapes are never equal. */
    private boolean free(String text, int position, Taken taken) {
        if (parts.distinct()) {
            return !taken.text(text) && (isAlone() || owner(text) == position);
        }
        return series[position].fixed() || !taken.text(text);
    }

    /**
     * Whether texts are told apart without looking at shapes: there is one alone, or the numbers of rows do so, since a
     * check character may change the shape of what it ends.
     */
    private boolean isAlone() {
        return series.length == 1 || parts.check() != KeyCheck.NONE;
    }

    private int owner(String text) {
        Optional<String> shape = Optional.of(Shape.of(text));
        while (shape.isPresent() && !owners.containsKey(shape.get())) {
            shape = Shape.coarser(shape.get());
        }
        return shape.map(owners::get).orElse(-1);
    }

    @Override
    public boolean invents() {
        return true;
    }
}

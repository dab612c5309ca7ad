package io.understudy.codec;

import io.understudy.codec.form.Form;
import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The codec of texts that are numbers, days or times in one format: what an {@link OrderedCodec} does with their keys,
 * written back in that format.
 *
 * <p>Codes: missing, then texts that are nothing of the kind but that at least k rows have ("N/A"), most frequent first,
 * then those of the keys in ascending order. Other texts that cannot be read take the most frequent code of a key.
 */
public final class FormattedCodec implements Codec {
    private static final long serialVersionUID = 1L;

    /** The most words: a column with more has no format. */
    static final int MOST_WORDS = 64;

    private final Parts parts;
    private final OrderedCodec keys;
    private final Map<String, Integer> words = new HashMap<>();

    /** Codes of a key are so many above those of {@link #keys}. */
    private final int shift;

    /**
     * All there is to know about a codec.
     *
     * @param variable what the codes look like from outside
     * @param form     how texts are read and written
     * @param words    frequent texts that are not of that form, or not as it writes them, most frequent first
     * @param keys     how what was read is coded
     */
    public record Parts(Variable variable, Form form, List<String> words, OrderedCodec.Parts keys)
            implements Serializable {
        public Parts {
            words = List.copyOf(words);
        }
    }

    private FormattedCodec(Parts parts) {
        this.parts = parts;
        keys = OrderedCodec.of(parts.keys());
        int base = parts.variable().missing() ? 1 : 0;
        for (String word : parts.words()) {
            words.put(word, base + words.size());
        }
        shift = parts.variable().size() - keys.variable().size();
    }

    /** The codec that was stored in these parts. */
    public static FormattedCodec of(Parts parts) {
        return new FormattedCodec(parts);
    }

    /** Learns from counts in which at least k rows are read by the form. */
    static FormattedCodec learn(ColumnCounts counts, Formatted formatted, Settings settings) {
        Form form = formatted.form();
        Map<String, Long> others = new FormInference(settings.k()).words(counts, form);
        List<String> words = Ranking.sorted(others);
        ColumnCounts read = counts.read(formatted.without(others));
        OrderedCodec keys = OrderedCodec.learnPresent(read, Kind.NUMBER, settings);
        boolean missing = counts.missing() >= settings.k();
        int size = (missing ? 1 : 0) + words.size() + keys.variable().size();
        Variable variable = new Variable(counts.column().name(), size, true, missing);
        return of(new Parts(variable, form, words, keys.parts()));
    }

    /** What is stored of it. */
    public Parts parts() {
        return parts;
    }

    @Override
    public Variable variable() {
        return parts.variable();
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        RawColumn.Texts texts = (RawColumn.Texts) from;
        String[] vocabulary = texts.vocabulary();
        RawColumn.Keyed read = new RawColumn.Keyed(vocabulary.length);
        for (int id = 0; id < vocabulary.length; id++) {
            read.keys()[id] = parts.form().parse(vocabulary[id]);
            read.absent()[id] = read.keys()[id] == Form.NONE;
        }
        int[] codes = new int[vocabulary.length];
        keys.encode(read, codes.length, codes);
        int absent = parts.variable().missing() ? 0 : shift + keys.fallback();
        for (int row = 0; row < rows; row++) {
            int id = texts.ids()[row];
            into[row] = id < 0 ? absent : code(vocabulary[id], shift + codes[id]);
        }
    }

    private int code(String text, int otherwise) {
        return words.isEmpty() ? otherwise : words.getOrDefault(text, otherwise);
    }

    @Override
    public RawColumn decode(int[] codes, Draws draws) {
        int base = parts.variable().missing() ? 1 : 0;
        int[] shifted = draws.room().ints(draws.rows());
        for (int row = 0; row < shifted.length; row++) {
            shifted[row] = Math.max(0, codes[row] - shift);
        }
        long[] drawn = ((RawColumn.Keyed) keys.decode(shifted, draws)).keys();
        Vocabulary vocabulary = new Vocabulary(parts.form());
        int[] ids = draws.room().ints(draws.rows());
        for (int row = 0; row < ids.length; row++) {
            if (codes[row] < base) {
                ids[row] = -1;
            } else {
                int word = codes[row] - base;
                ids[row] = word < parts.words().size()
                        ? vocabulary.id(parts.words().get(word))
                        : vocabulary.id(drawn[row]);
            }
        }
        return new RawColumn.Texts(ids, vocabulary.texts());
    }
}

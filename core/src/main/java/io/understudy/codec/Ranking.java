package io.understudy.codec;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts in descending order of frequency and their codes: the first have one each, all others share the next.
 *
 * <p>Positions count from 0; codes do too, whatever comes before or after them in a codec.
 */
final class Ranking implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> texts;
    private final int own;
    private final Weights weights;
    private final Map<String, Integer> positions;

    /**
     * @param texts   most frequent first, at least one
     * @param weights how often each was seen
     * @param own     how many have a code of their own, at least 1
     */
    Ranking(List<String> texts, long[] weights, int own) {
        this.texts = texts;
        this.own = own;
        this.weights = new Weights(weights);
        positions = new HashMap<>(2 * texts.size());
        for (int i = 0; i < texts.size(); i++) {
            positions.put(texts.get(i), i);
        }
    }

    /** The texts of a count, most frequent first; equally frequent ones in order of their characters. */
    static List<String> sorted(Map<String, Long> counts) {
        Comparator<Map.Entry<String, Long>> order =
                Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return counts.entrySet().stream().sorted(order).map(Map.Entry::getKey).toList();
    }

    /** How many codes there are. */
    int codes() {
        return Math.min(own + 1, texts.size());
    }

    /** The position of a text, -1 where it is not ranked. */
    int position(String text) {
        return positions.getOrDefault(text, -1);
    }

    /** The code of a position. */
    int code(int position) {
        return Math.min(position, own);
    }

    /** A position of a code: by weight where there are several. */
    int position(int code, long bits) {
        return code < own ? code : weights.pick(own, texts.size(), bits);
    }

    /** Any position, by weight. */
    int anyPosition(long bits) {
        return weights.pick(0, texts.size(), bits);
    }
}

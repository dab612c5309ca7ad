package io.understudy.codec;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is written instead of rare texts.
 *
 * @param how     which of the ways
 * @param word    the word that replaces them; empty where none does
 * @param shapes  {@linkplain Shape shapes} that at least k rows of rare texts have, most frequent first; none unless shapes
 *                are kept
 * @param weights rows that have each shape, {@linkplain Released rounded}
 */
public record RareTexts(Rare how, String word, List<String> shapes, long[] weights) implements Serializable {
    private static final List<String> WORDS = List.of("other", "others", "else", "rest", "various", "miscellaneous");
    private static final RareTexts RESAMPLED = new RareTexts(Rare.RESAMPLE, "", List.of(), new long[0]);

    public RareTexts {
        shapes = List.copyOf(shapes);
    }

    static RareTexts resampled() {
        return RESAMPLED;
    }

    static RareTexts learn(Rare how, ColumnCounts counts, Map<String, Long> frequent, int k) {
        return switch (how) {
            case RESAMPLE -> RESAMPLED;
            case REPLACE -> new RareTexts(how, word(counts, frequent), List.of(), new long[0]);
            case KEEP_SHAPE -> shaped(counts, k);
        };
    }

    private static RareTexts shaped(ColumnCounts counts, int k) {
        Map<String, Long> shapes = new HashMap<>();
        for (int i = 0; i < counts.cells().size(); i++) {
            long rows = counts.cells().counts()[i];
            if (rows < k) {
                counts.cells().label(i).ifPresent(text -> shapes.merge(Shape.of(text), rows, Long::sum));
            }
        }
        Map<String, Long> shared = ShapeCodec.shared(shapes, k);
        if (shared.isEmpty()) {
            shared.put(ShapeCodec.NEUTRAL, (long) k);
        }
        List<String> sorted = Ranking.sorted(shared);
        return new RareTexts(
                Rare.KEEP_SHAPE,
                "",
                sorted,
                Released.counts(sorted.stream().mapToLong(shared::get).toArray(), k));
    }

    /** A word in the letter case of the frequent texts that is not one of the rare ones. */
    private static String word(ColumnCounts counts, Map<String, Long> frequent) {
        for (String word : WORDS) {
            String cased = cased(word, frequent);
            if (frequent.containsKey(cased) || !seen(counts, cased)) {
                return cased;
            }
        }
        return cased(WORDS.get(WORDS.size() - 1), frequent) + "*";
    }

    private static boolean seen(ColumnCounts counts, String text) {
        long hash = Hash.of(text);
        int cell = Arrays.binarySearch(counts.cells().highs(), hash);
        int at = cell < 0 ? -cell - 1 : cell;
        return at < counts.cells().size() && counts.cells().lows()[at] <= hash;
    }

    private static String cased(String word, Map<String, Long> frequent) {
        long upper = 0;
        long title = 0;
        long all = 0;
        for (Map.Entry<String, Long> text : frequent.entrySet()) {
            String lower = text.getKey().toLowerCase(Locale.ROOT);
            boolean first = !text.getKey().isEmpty()
                    && Character.isUpperCase(text.getKey().charAt(0));
            boolean capitals = first && text.getKey().equals(text.getKey().toUpperCase(Locale.ROOT));
            all += text.getKey().toUpperCase(Locale.ROOT).equals(lower) ? 0 : text.getValue();
            upper += capitals ? text.getValue() : 0;
            title += first && !capitals ? text.getValue() : 0;
        }
        if (2 * upper > all) {
            return word.toUpperCase(Locale.ROOT);
        }
        return 2 * title > all ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }
}

package io.understudy.codec;

import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * How codecs are learned.
 *
 * @param k            nothing that fewer rows have is kept, at least 1
 * @param maxCodes     the most codes of an ordered column beside missing, at least 2
 * @param maxLabels    the most texts with a code of their own, at least 1
 * @param kinds        kinds that a person has decided, by column name; the others are inferred
 * @param keptExtremes names of the columns whose smallest and largest value may be released as they are
 */
public record Settings(int k, int maxCodes, int maxLabels, Map<String, Kind> kinds, Set<String> keptExtremes)
        implements Serializable {
    public static final int DEFAULT_K = 10;
    public static final int DEFAULT_CODES = 512;
    public static final int DEFAULT_LABELS = 1024;

    public Settings {
        if (k < 1 || maxCodes < 2 || maxLabels < 1) {
            throw new IllegalArgumentException("k, maxCodes and maxLabels must be at least 1, 2 and 1, got " + k + ", "
                    + maxCodes + " and " + maxLabels);
        }
        kinds = Map.copyOf(kinds);
        keptExtremes = Set.copyOf(keptExtremes);
    }

    /** All kinds inferred, all extremes protected. */
    public static Settings defaults() {
        return new Settings(DEFAULT_K, DEFAULT_CODES, DEFAULT_LABELS, Map.of(), Set.of());
    }

    public Settings withK(int rows) {
        return new Settings(rows, maxCodes, maxLabels, kinds, keptExtremes);
    }

    public Settings withKinds(Map<String, Kind> decided) {
        return new Settings(k, maxCodes, maxLabels, decided, keptExtremes);
    }
}

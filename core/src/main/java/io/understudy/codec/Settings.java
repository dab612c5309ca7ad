package io.understudy.codec;

import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * How codecs are learned.
 *
 * @param k            nothing that fewer rows have is kept, at least 1
 * @param maxCodes     the most codes of an ordered column beside missing, at least 2; eight times as many where its values
 *     are not intervals, but have so many rows each that they keep themselves
 * @param maxLabels    the most texts with a code of their own, at least 1
 * @param kinds        kinds that a person has decided, by column name; the others are inferred
 * @param keptExtremes names of the columns whose smallest and largest value may be released as they are
 * @param rare         what becomes of rare texts, by column name; elsewhere they are resampled
 */
public record Settings(
        int k, int maxCodes, int maxLabels, Map<String, Kind> kinds, Set<String> keptExtremes, Map<String, Rare> rare)
        implements Serializable {
    /** Rows that a value must have to be learned by name, unless a job says otherwise. */
    public static final int DEFAULT_K = 10;
    /** Most codes of a number, a date or a time, unless a codec is told otherwise. */
    public static final int DEFAULT_CODES = 512;
    /** Most labels of a category that get a code of their own. */
    public static final int DEFAULT_LABELS = 1024;

    public Settings {
        if (k < 1 || maxCodes < 2 || maxLabels < 1) {
            throw new IllegalArgumentException("k, maxCodes and maxLabels must be at least 1, 2 and 1, got " + k + ", "
                    + maxCodes + " and " + maxLabels);
        }
        kinds = Map.copyOf(kinds);
        keptExtremes = Set.copyOf(keptExtremes);
        rare = Map.copyOf(rare);
    }

    /** All kinds inferred, all extremes protected. */
    public static Settings defaults() {
        return new Settings(DEFAULT_K, DEFAULT_CODES, DEFAULT_LABELS, Map.of(), Set.of(), Map.of());
    }

    /** The same with another k, at least 1 row. */
    public Settings withK(int rows) {
        return new Settings(rows, maxCodes, maxLabels, kinds, keptExtremes, rare);
    }

    /** The same with kinds that a person decided, by name of column. */
    public Settings withKinds(Map<String, Kind> decided) {
        return new Settings(k, maxCodes, maxLabels, decided, keptExtremes, rare);
    }

    /** The same with columns whose smallest and largest value leave as they are. */
    public Settings withKeptExtremes(Set<String> columns) {
        return new Settings(k, maxCodes, maxLabels, kinds, columns, rare);
    }

    /** The same with what becomes of rare values, by name of column. */
    public Settings withRare(Map<String, Rare> byColumn) {
        return new Settings(k, maxCodes, maxLabels, kinds, keptExtremes, byColumn);
    }
}

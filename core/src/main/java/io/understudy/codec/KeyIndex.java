package io.understudy.codec;

import java.io.Serializable;

/** Finds the interval of a sorted list of thresholds that a key falls into. */
final class KeyIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Up to this distance of the outer thresholds every key between them is looked up in a table. */
    private static final int MAX_TABLE = 1 << 16;

    private final long[] thresholds;
    private final char[] table;

    /** @param thresholds non-decreasing, at most 65,535 of them if the outer ones are that close */
    KeyIndex(long[] thresholds) {
        this.thresholds = thresholds;
        int count = thresholds.length;
        long span = count == 0 ? -1 : thresholds[count - 1] - thresholds[0];
        table = span >= 0 && span < MAX_TABLE ? new char[(int) span + 1] : new char[0];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) search(thresholds[0] + i);
        }
    }

    /** How many thresholds are below a key. */
    int rank(long key) {
        if (table.length == 0) {
            return search(key);
        }
        if (key <= thresholds[0]) {
            return 0;
        }
        return key > thresholds[thresholds.length - 1] ? thresholds.length : table[(int) (key - thresholds[0])];
    }

    /** Binary search whose steps are conditional moves rather than branches. */
    private int search(long key) {
        int base = 0;
        for (int length = thresholds.length; length > 1; length -= length >>> 1) {
            int half = length >>> 1;
            base += thresholds[base + half - 1] < key ? half : 0;
        }
        return thresholds.length > 0 && thresholds[base] < key ? base + 1 : base;
    }
}

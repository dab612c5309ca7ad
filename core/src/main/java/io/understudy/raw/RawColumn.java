package io.understudy.raw;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cells of one column in a batch of rows. Arrays are owned by the batch and may be longer than its rows. */
public sealed interface RawColumn extends Serializable {

    boolean missing(int row);

    /** Combines each row's hash with the hash of its cell here. */
    void addTo(long[] hashes);

    /** The cells at the given positions, in that order. */
    RawColumn select(int[] positions, int count);

    /**
     * These cells with others in the place of some.
     *
     * @param from   for each row which of the others, negative where the cell stays
     * @param others of the same type
     */
    RawColumn with(int[] from, RawColumn others);

    /**
     * Cells with an order: numbers, dates, times, flags.
     *
     * @param keys   order-preserving keys; undefined where missing
     * @param absent true where the cell is missing
     */
    record Keyed(long[] keys, boolean[] absent) implements RawColumn {
        private static final long ABSENT = 0x9D39247E33776D41L;

        public Keyed(int rows) {
            this(new long[rows], new boolean[rows]);
        }

        @Override
        public boolean missing(int row) {
            return absent[row];
        }

        @Override
        public void addTo(long[] hashes) {
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = Hash.combine(hashes[row], absent[row] ? ABSENT : keys[row]);
            }
        }

        @Override
        public RawColumn select(int[] positions, int count) {
            Keyed selected = new Keyed(count);
            for (int i = 0; i < count; i++) {
                selected.keys[i] = keys[positions[i]];
                selected.absent[i] = absent[positions[i]];
            }
            return selected;
        }

        @Override
        public RawColumn with(int[] from, RawColumn others) {
            Keyed more = (Keyed) others;
            Keyed mixed = new Keyed(Arrays.copyOf(keys, from.length), Arrays.copyOf(absent, from.length));
            for (int row = 0; row < from.length; row++) {
                if (from[row] >= 0) {
                    mixed.keys[row] = more.keys[from[row]];
                    mixed.absent[row] = more.absent[from[row]];
                }
            }
            return mixed;
        }
    }

    /**
     * Texts by reference into a vocabulary, so that work on strings is done once a distinct value and not once a row.
     *
     * @param ids        positions in the vocabulary, -1 where missing
     * @param vocabulary distinct texts of this batch, in any order; may be longer than what the batch uses
     */
    record Texts(int[] ids, String[] vocabulary) implements RawColumn {
        private static final long ABSENT = 0x2AF7398005AAA5C7L;

        @Override
        public boolean missing(int row) {
            return ids[row] < 0;
        }

        @Override
        public void addTo(long[] hashes) {
            long[] ofText = new long[vocabulary.length];
            for (int id = 0; id < ofText.length; id++) {
                ofText[id] = Hash.of(vocabulary[id]);
            }
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = Hash.combine(hashes[row], ids[row] < 0 ? ABSENT : ofText[ids[row]]);
            }
        }

        @Override
        public RawColumn select(int[] positions, int count) {
            int[] selected = new int[count];
            for (int i = 0; i < count; i++) {
                selected[i] = ids[positions[i]];
            }
            return new Texts(selected, vocabulary);
        }

        @Override
        public RawColumn with(int[] from, RawColumn others) {
            Texts more = (Texts) others;
            Map<String, Integer> known = new LinkedHashMap<>();
            for (String text : vocabulary) {
                known.put(text, known.size());
            }
            int[] mixed = Arrays.copyOf(ids, from.length);
            for (int row = 0; row < from.length; row++) {
                if (from[row] >= 0) {
                    int id = more.ids[from[row]];
                    mixed[row] = id < 0 ? id : known.computeIfAbsent(more.vocabulary[id], text -> known.size());
                }
            }
            return new Texts(mixed, known.keySet().toArray(String[]::new));
        }
    }
}

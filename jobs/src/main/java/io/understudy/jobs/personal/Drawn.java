package io.understudy.jobs.personal;

import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Coarser texts for the cells of a column: of made-up cells one drawn by weight, of real ones their own if enough rows share it. */
final class Drawn {
    private final Applied.Coarsened coarsened;
    private final String[] vocabulary;
    private final Set<String> shared;
    /** Entry i is the sum of the weights up to and with position i. */
    private final long[] upTo;

    Drawn(Applied.Coarsened coarsened) {
        this.coarsened = coarsened;
        vocabulary = coarsened.values().toArray(String[]::new);
        shared = new HashSet<>(coarsened.values());
        upTo = coarsened.weights().clone();
        Arrays.parallelPrefix(upTo, Long::sum);
    }

    RawColumn draw(RawColumn.Texts cells, Rows rows) {
        int[] ids = new int[rows.count()];
        for (int row = 0; row < ids.length; row++) {
            long target = Hash.below(rows.bits(row), upTo[upTo.length - 1]);
            int at = Arrays.binarySearch(upTo, target);
            ids[row] = cells.missing(row) ? -1 : at < 0 ? -at - 1 : at + 1;
        }
        return new RawColumn.Texts(ids, vocabulary);
    }

    String own(String text) {
        return coarsened.by().of(text).stream()
                .filter(shared::contains)
                .findFirst()
                .orElse(Coarser.ANYTHING);
    }
}

package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Fold;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows that lie far from all others of their table.
 *
 * <p>A row's score is its distance to the nearest other row (Ramaswamy et al. 2000, with one neighbour); rows that have
 * twins score 0. An outlier's score exceeds the third quartile of all scores by more than {@value #FENCES} interquartile
 * ranges (Tukey 1977, far out), and at most one row in {@value #ONE_IN} is one: the farthest.
 *
 * <p>Rows are known by 32-bit hashes of their coordinates, so that beside an outlier a row of equal hash is taken for one
 * as well, with a chance of 2^-32 a pair.
 */
public final class Outliers implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FENCES = 3;
    private static final int ONE_IN = 100;

    private final Metric metric;
    private final int[] hashes;
    private final long count;

    private Outliers(Space space, int[] hashes, long count) {
        this.metric = new Metric(space);
        this.hashes = hashes;
        this.count = count;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** Which rows of a block are outliers. */
    public boolean[] in(Block rows) {
        int[] of = Points.hashes(metric, rows);
        boolean[] found = new boolean[of.length];
        for (int row = 0; row < of.length; row++) {
            found[row] = Arrays.binarySearch(hashes, of[row]) >= 0;
        }
        return found;
    }

    /**
     * Finds them from what is nearest to the rows of a table in that same table: the nearest is the row itself.
     *
     * @param space what the codes mean
     */
    public record Search(Space space) implements Fold<Nearest, LongCounts, Outliers> {
        private static final long LOW = 0xFFFFFFFFL;

        @Override
        public LongCounts zero() {
            return new LongCounts();
        }

        /** Keys are scores with hashes below them: at most one a query. */
        @Override
        public LongCounts add(LongCounts state, Nearest found) {
            Neighbours self = found.in(0);
            for (int row = 0; row < self.rows(); row++) {
                boolean alone = self.second(row) > 0 && self.second(row) < Space.NONE;
                state.add(alone ? key(self.second(row), self.witness(row)) : 0, 1);
            }
            return state;
        }

        private static long key(int score, int hash) {
            return ((long) score << Integer.SIZE) | (hash & LOW);
        }

        @Override
        public LongCounts merge(LongCounts left, LongCounts right) {
            left.merge(right);
            return left;
        }

        @Override
        public Outliers finish(LongCounts scores) {
            long[] keys = scores.sortedKeys();
            long total = Arrays.stream(keys).map(scores::get).sum();
            long first = score(keys, scores, (total + 3) / 4);
            long third = score(keys, scores, (3 * total + 3) / 4);
            long cut = Math.max(third + FENCES * (third - first), score(keys, scores, total - total / ONE_IN));
            long[] beyond =
                    Arrays.stream(keys).filter(key -> key >> Integer.SIZE > cut).toArray();
            int[] hashes =
                    Arrays.stream(beyond).mapToInt(key -> (int) key).sorted().toArray();
            return new Outliers(
                    space, hashes, Arrays.stream(beyond).map(scores::get).sum());
        }

        /** The score of a rank, from 1. */
        private static long score(long[] keys, LongCounts scores, long rank) {
            long seen = 0;
            for (long key : keys) {
                seen += scores.get(key);
                if (seen >= rank) {
                    return key >> Integer.SIZE;
                }
            }
            return 0;
        }
    }
}

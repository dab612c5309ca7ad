package io.understudy.neighbour;

import io.understudy.random.Hash;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Lists of the k best rows so far, with their contents: a commutative monoid under {@link #merge}.
 *
 * <p>Each list holds distinct rows in ascending order of distance, hash and content. A row that has fallen off the end
 * never returns, since the end only comes nearer: so counts are exact.
 */
public final class Candidates implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int k;
    private final int width;
    private final int[] sizes;
    /** By list and place. */
    private final int[] distances;

    private final long[] hashes;
    private final long[] counts;
    /** Codes of each row; empty where there is none. */
    private final int[][] rows;

    Candidates(int lists, int k, int width) {
        this.k = k;
        this.width = width;
        sizes = new int[lists];
        distances = new int[lists * k];
        hashes = new long[lists * k];
        counts = new long[lists * k];
        rows = new int[lists * k][];
        Arrays.fill(rows, new int[0]);
    }

    int lists() {
        return sizes.length;
    }

    int k() {
        return k;
    }

    int size(int list) {
        return sizes[list];
    }

    int distance(int list, int place) {
        return distances[list * k + place];
    }

    long count(int list, int place) {
        return counts[list * k + place];
    }

    int[] row(int list, int place) {
        return rows[list * k + place];
    }

    /** The distance beyond which no row can enter a list. */
    int farthest(int list) {
        return sizes[list] < k ? Space.NONE : distance(list, k - 1);
    }

    /** Whether a row of this distance and hash may be among the best. */
    boolean admits(int list, int distance, long hash) {
        int farthest = farthest(list);
        return distance < farthest || (distance == farthest && hash <= hashes[list * k + k - 1]);
    }

    /** Takes note of so many equal rows. */
    void offer(int list, int distance, long hash, int[] content, int count) {
        offer(list, new Candidate(distance, hash, content), count);
    }

    /** Takes note of one row of a block whose codes have the shape (width, rows). */
    void offer(int list, int distance, int[][] codes, int row) {
        int[] content = new int[width];
        long hash = 0;
        for (int v = 0; v < width; v++) {
            content[v] = codes[v][row];
            hash = Hash.combine(hash, content[v]);
        }
        offer(list, new Candidate(distance, hash, content), 1);
    }

    private void offer(int list, Candidate candidate, long count) {
        int first = list * k;
        int end = first + sizes[list];
        int place = first;
        while (place < end && candidate.compareTo(at(place)) > 0) {
            place++;
        }
        if (place < end && candidate.compareTo(at(place)) == 0) {
            counts[place] += count;
        } else if (place < first + k) {
            makeRoom(list, place);
            distances[place] = candidate.distance;
            hashes[place] = candidate.hash;
            counts[place] = count;
            rows[place] = candidate.content;
        }
    }

    private Candidate at(int place) {
        return new Candidate(distances[place], hashes[place], rows[place]);
    }

    /** Moves what stands at a place and behind it one place on; the last falls off where the list is full. */
    private void makeRoom(int list, int place) {
        int last = list * k + Math.min(sizes[list], k - 1);
        System.arraycopy(distances, place, distances, place + 1, last - place);
        System.arraycopy(hashes, place, hashes, place + 1, last - place);
        System.arraycopy(counts, place, counts, place + 1, last - place);
        System.arraycopy(rows, place, rows, place + 1, last - place);
        sizes[list] = last - list * k + 1;
    }

    Candidates merge(Candidates other) {
        for (int list = 0; list < sizes.length; list++) {
            for (int place = list * k; place < list * k + other.sizes[list]; place++) {
                offer(list, other.at(place), other.counts[place]);
            }
        }
        return this;
    }

    /** One row, in the order of the lists. */
    private record Candidate(int distance, long hash, int[] content) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byDistance = Integer.compare(distance, other.distance);
            int byHash = byDistance != 0 ? byDistance : Long.compare(hash, other.hash);
            return byHash != 0 ? byHash : Arrays.compare(content, other.content);
        }
    }
}

package io.understudy.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Finds the direction numbers of {@code io.understudy.random.Sobol}: {@code DirectionSearch DIMENSIONS CANDIDATES} prints the
 * resource {@code directions.txt}.
 *
 * <p>Every dimension is a random upper triangular generator matrix over GF(2), so that each by itself stratifies every aligned
 * run of points. Of many candidates the one is taken whose projections on pairs with all earlier dimensions have the lowest
 * quality parameter t (Niederreiter 1992, chapter 4), in nets of 64 to 4,096 points; near ties are decided by triples.
 */
public final class DirectionSearch {
    private static final int BITS = 12;
    private static final int[] NETS = {6, 8, 10, 12};
    private static final int FINALISTS = 20;
    /** Earlier dimensions whose pairs a finalist is tried with: the first and the latest. */
    private static final int FIRST = 12;

    private static final int LATEST = 8;

    private DirectionSearch() {}

    /** Prints one line a dimension. */
    public static void main(String[] arguments) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<int[]> chosen = new ArrayList<>();
        for (int d = 0; d < Integer.parseInt(arguments[0]); d++) {
            chosen.add(next(chosen, random, Integer.parseInt(arguments[1])));
            System.out.println(line(chosen.get(d)));
        }
    }

    private record Candidate(int[] rows, double pairs) {}

    private static int[] next(List<int[]> chosen, RandomGenerator random, int candidates) {
        List<int[]> peers = peers(chosen);
        return IntStream.range(0, candidates)
                .mapToObj(i -> matrix(random))
                .map(rows -> new Candidate(rows, pairs(chosen, rows)))
                .sorted(Comparator.comparingDouble(Candidate::pairs))
                .limit(FINALISTS)
                .min(Comparator.comparingDouble(
                        of -> of.pairs() / Math.max(1, chosen.size()) + triples(peers, of.rows())))
                .orElseThrow()
                .rows();
    }

    private static int[] matrix(RandomGenerator random) {
        int[] rows = new int[BITS];
        for (int k = 0; k < BITS; k++) {
            rows[k] = (1 << k) | (random.nextInt(1 << BITS) & -(2 << k));
        }
        return rows;
    }

    private static List<int[]> peers(List<int[]> chosen) {
        int size = chosen.size();
        return IntStream.range(0, size)
                .filter(i -> i < FIRST || i >= size - LATEST)
                .mapToObj(chosen::get)
                .toList();
    }

    private static double pairs(List<int[]> chosen, int[] rows) {
        double sum = 0;
        for (int[] other : chosen) {
            for (int m : NETS) {
                sum += Math.pow(4, m - least(new int[m + 1], 0, m, other, rows));
            }
        }
        return sum;
    }

    private static double triples(List<int[]> peers, int[] rows) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < peers.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.pow(2, BITS - strength(peers.get(i), peers.get(j), rows));
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    /** The most leading rows of three matrices that are linearly independent however they are shared out. */
    private static int strength(int[] one, int[] two, int[] three) {
        int least = BITS;
        int[] basis = new int[BITS + 1];
        for (int k = 0; k <= BITS && (k == 0 || insert(basis, one[k - 1], BITS)); k++) {
            least = Math.min(least, least(basis.clone(), k, BITS, two, three));
        }
        return least;
    }

    /** The same for two matrices and the rows that a basis holds already, over the first m columns. */
    private static int least(int[] basis, int held, int m, int[] one, int[] two) {
        int least = m;
        for (int k = 0; k <= m - held; k++) {
            if (k > 0 && !insert(basis, one[k - 1], m)) {
                return Math.min(least, held + k - 1);
            }
            int[] with = basis.clone();
            int more = 0;
            while (held + k + more < m && insert(with, two[more], m)) {
                more++;
            }
            least = Math.min(least, held + k + more);
        }
        return least;
    }

    /** Adds a vector to a basis kept by highest bit; false where it depends on those there. */
    private static boolean insert(int[] basis, int vector, int m) {
        int rest = vector & ((1 << m) - 1);
        while (rest != 0) {
            int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rest);
            if (basis[highest] == 0) {
                basis[highest] = rest;
                return true;
            }
            rest ^= basis[highest];
        }
        return false;
    }

    /** For each bit of a point's number, from the lowest, what it contributes to the value: the value's first bit is the lowest. */
    private static String line(int[] rows) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < BITS; j++) {
            int direction = 0;
            for (int k = 0; k < BITS; k++) {
                direction |= ((rows[k] >>> j) & 1) << k;
            }
            line.append(j == 0 ? "" : " ").append(String.format("%03x", direction));
        }
        return line.toString();
    }
}

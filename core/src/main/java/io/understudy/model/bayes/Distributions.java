package io.understudy.model.bayes;

import java.util.Arrays;
import java.util.List;

/**
 * Discrete distributions, one a leaf, ready to be drawn from by inversion.
 *
 * <p>Probabilities are whole multiples of 2^-30, so that a stored model draws the same rows on every machine; codes less
 * likely than that are left out.
 *
 * @param offset     where each distribution begins; one entry more than there are distributions
 * @param codes      the codes of all distributions, one distribution after the other, ascending
 * @param cumulative probability up to and with each code in units of 2^-30; the last of each distribution is one
 */
record Distributions(int[] offset, int[] codes, int[] cumulative) implements Inversion {
    static final int BITS = 30;
    static final int ONE = 1 << BITS;
    private static final double LEFT_OUT = 0.5 / ONE;

    /** @param probabilities shape (distributions, codes); each row sums to 1 up to rounding */
    static Distributions of(double[][] probabilities) {
        int size = probabilities.length == 0 ? 0 : probabilities[0].length;
        int[] offset = new int[probabilities.length + 1];
        int[] codes = new int[probabilities.length * size];
        int[] cumulative = new int[codes.length];
        int at = 0;
        for (int d = 0; d < probabilities.length; d++) {
            offset[d] = at;
            at = append(probabilities[d], codes, cumulative, at);
        }
        offset[probabilities.length] = at;
        return new Distributions(offset, Arrays.copyOf(codes, at), Arrays.copyOf(cumulative, at));
    }

    private static int append(double[] probabilities, int[] codes, int[] cumulative, int from) {
        double total = 0;
        for (double probability : probabilities) {
            total += probability;
        }
        int at = from;
        double sum = 0;
        int last = 0;
        for (int code = 0; code < probabilities.length; code++) {
            sum += probabilities[code];
            int upTo = (int) StrictMath.rint(sum / total * ONE);
            if (upTo > last) {
                codes[at] = code;
                cumulative[at++] = upTo;
                last = upTo;
            }
        }
        return at;
    }

    /**
     * How many of some rows have each code, were every code so many times as likely.
     *
     * @param rows by distribution
     * @param tilt by code
     */
    double[] mixed(long[] rows, double[] tilt) {
        double[] mixed = new double[tilt.length];
        for (int d = 0; d < size(); d++) {
            if (rows[d] > 0) {
                double each = rows[d] / sum(d, tilt);
                for (int at = offset[d]; at < offset[d + 1]; at++) {
                    mixed[codes[at]] += each * chance(d, at) * tilt[codes[at]];
                }
            }
        }
        return mixed;
    }

    private double sum(int distribution, double[] tilt) {
        double sum = 0;
        for (int at = offset[distribution]; at < offset[distribution + 1]; at++) {
            sum += chance(distribution, at) * tilt[codes[at]];
        }
        return sum;
    }

    /** The probability of the code at a position, in units of 2^-30. */
    private int chance(int distribution, int at) {
        return at == offset[distribution] ? cumulative[at] : cumulative[at] - cumulative[at - 1];
    }

    /** Of the rows that have a code, the mean chance that they had to get it, by code; rows as for {@link #mixed}. */
    double[] concentrations(long[] rows, int size) {
        double[] expected = new double[size];
        double[] squares = new double[size];
        for (int d = 0; d < size(); d++) {
            for (int at = offset[d]; at < offset[d + 1]; at++) {
                double chance = (double) chance(d, at) / ONE;
                expected[codes[at]] += rows[d] * chance;
                squares[codes[at]] += rows[d] * chance * chance;
            }
        }
        for (int code = 0; code < size; code++) {
            squares[code] = expected[code] > 0 ? squares[code] / expected[code] : 0;
        }
        return squares;
    }

    /**
     * The same codes, each so many times as likely against the others.
     *
     * @param tilts by distribution and code
     */
    Distributions tilted(double[][] tilts) {
        int[] from = new int[offset.length];
        int[] kept = new int[codes.length];
        int[] upTo = new int[codes.length];
        int next = 0;
        for (int d = 0; d < size(); d++) {
            from[d] = next;
            double all = sum(d, tilts[d]);
            double sum = 0;
            int last = 0;
            for (int at = offset[d]; at < offset[d + 1]; at++) {
                sum += chance(d, at) * tilts[d][codes[at]];
                int to = (int) StrictMath.rint(sum / all * ONE);
                if (to > last) {
                    kept[next] = codes[at];
                    upTo[next++] = to;
                    last = to;
                }
            }
        }
        from[size()] = next;
        return new Distributions(from, Arrays.copyOf(kept, next), Arrays.copyOf(upTo, next));
    }

    /** The distributions of several, one after the other. */
    static Distributions join(List<Distributions> parts) {
        int[] offset = new int[1 + parts.stream().mapToInt(Distributions::size).sum()];
        int[] codes = new int[parts.stream().mapToInt(part -> part.codes.length).sum()];
        int[] cumulative = new int[codes.length];
        int at = 0;
        int distribution = 0;
        for (Distributions part : parts) {
            for (int d = 0; d < part.size(); d++) {
                offset[++distribution] = at + part.offset[d + 1];
            }
            System.arraycopy(part.codes, 0, codes, at, part.codes.length);
            System.arraycopy(part.cumulative, 0, cumulative, at, part.codes.length);
            at += part.codes.length;
        }
        return new Distributions(offset, codes, cumulative);
    }

    int size() {
        return offset.length - 1;
    }

    /** How many codes a distribution has. */
    int codes(int distribution) {
        return offset[distribution + 1] - offset[distribution];
    }

    /** The point of a distribution that 32 random bits stand for: from 0 to 2^30 - 1. */
    static int point(int word) {
        return word >>> (Integer.SIZE - BITS);
    }

    @Override
    public int draw(int distribution, int word) {
        int base = offset[distribution];
        return search(base, offset[distribution + 1] - base, word);
    }

    /** By a binary search whose steps are arithmetic, since no branch on a random point can be foreseen. */
    private int search(int first, int size, int word) {
        int after = 1 + point(word);
        int base = first;
        for (int length = size; length > 1; length -= length >>> 1) {
            int half = length >>> 1;
            base += half & negative(cumulative[base + half - 1] - after);
        }
        return codes[base - negative(cumulative[base] - after)];
    }

    @Override
    public void draw(int distribution, int[] rows, int from, int to, int[] words, int[] into) {
        int base = offset[distribution];
        int size = offset[distribution + 1] - base;
        switch (size) {
            case 1 -> all(codes[base], rows, from, to, into);
            case 2 -> either(base, rows, from, to, words, into);
            default -> {
                for (int i = from; i < to; i++) {
                    into[rows[i]] = search(base, size, words[rows[i]]);
                }
            }
        }
    }

    private static void all(int code, int[] rows, int from, int to, int[] into) {
        for (int i = from; i < to; i++) {
            into[rows[i]] = code;
        }
    }

    /** Of two codes the second where the point is not below the first one's probability. */
    private void either(int base, int[] rows, int from, int to, int[] words, int[] into) {
        int first = codes[base];
        int step = codes[base + 1] - first;
        int upTo = cumulative[base];
        for (int i = from; i < to; i++) {
            into[rows[i]] = first + (step & negative(upTo - 1 - point(words[rows[i]])));
        }
    }

    /** All bits set where a number is below zero, none otherwise. */
    private static int negative(int number) {
        return number >> (Integer.SIZE - 1);
    }

    /** The probability of a code. */
    double probability(int distribution, int code) {
        int at = Arrays.binarySearch(codes, offset[distribution], offset[distribution + 1], code);
        if (at < 0) {
            return 0;
        }
        int before = at == offset[distribution] ? 0 : cumulative[at - 1];
        return (double) (cumulative[at] - before) / ONE;
    }

    /** The natural logarithm of a code's probability; minus infinity for one left out. */
    double logChance(int distribution, int code) {
        return StrictMath.log(probability(distribution, code));
    }

    /** The natural logarithm of the probability of all codes but 0. */
    double logPresent(int distribution) {
        return StrictMath.log1p(-probability(distribution, 0));
    }

    /** One of the codes from 1 on, as likely as it is among these; 1 where there is none. */
    int drawPresent(int distribution, int word) {
        int first = offset[distribution];
        int missing = codes[first] == 0 ? cumulative[first] : 0;
        if (missing == ONE) {
            return 1;
        }
        long point = missing + (((long) point(word) * (ONE - missing)) >>> BITS);
        return draw(distribution, (int) (point << (Integer.SIZE - BITS)));
    }

    /** The natural logarithm of a code's probability, of one left out as if it had half the least one that is not. */
    double logProbability(int distribution, int code) {
        return StrictMath.log(Math.max(probability(distribution, code), LEFT_OUT));
    }
}

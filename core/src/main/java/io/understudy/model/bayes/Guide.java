package io.understudy.model.bayes;

/**
 * A guide table in front of the search for a code (Chen and Asau 1974; Devroye 1986, III.2.4): the unit interval is cut into
 * equal parts, and each part knows the first code that it may lead to. On average less than one step is left from there.
 *
 * <p>Law: draws what the {@link Distributions} draw. There are two to four parts a code, half as many where a distribution has
 * more than {@value #MANY}, and one where there is one code; for the rows of one leaf, distributions of at most {@value #FEW} codes are searched, which is as quick.
 *
 * @param distributions what is drawn from
 * @param offset        where the parts of each distribution begin; one entry more than there are distributions
 * @param first         for each part the position of a code within its distribution: short, so that more of it stays in cache
 * @param dense         whether the codes of every distribution are those from 0 on, so that a position tells the code
 */
record Guide(Distributions distributions, int[] offset, char[] first, boolean dense) implements Inversion {
    static final int FEW = 2;
    /** Parts of more codes would drive other tables out of the caches near the core. */
    static final int MANY = 64;

    static Guide of(Distributions distributions) {
        int[] offset = new int[distributions.size() + 1];
        for (int d = 0; d < distributions.size(); d++) {
            offset[d + 1] = Math.addExact(offset[d], parts(distributions.codes(d)));
        }
        char[] first = new char[offset[distributions.size()]];
        for (int d = 0; d < distributions.size(); d++) {
            fill(distributions, d, first, offset);
        }
        return new Guide(distributions, offset, first, dense(distributions));
    }

    private static boolean dense(Distributions distributions) {
        int[] codes = distributions.codes();
        boolean dense = true;
        for (int d = 0; d < distributions.size() && dense; d++) {
            int last = distributions.offset()[d + 1] - 1;
            dense = codes[last] == last - distributions.offset()[d];
        }
        return dense;
    }

    /** A power of two, so that the leading bits of a point are the number of its part; none for more codes than a part can tell. */
    private static int parts(int codes) {
        return codes > Character.MAX_VALUE ? 0 : Math.max(1, (codes > MANY ? 2 : 4) * Integer.highestOneBit(codes - 1));
    }

    /** Whether every distribution has parts. */
    boolean complete() {
        boolean complete = true;
        for (int d = 0; d < distributions.size(); d++) {
            complete &= offset[d] < offset[d + 1];
        }
        return complete;
    }

    private static void fill(Distributions distributions, int distribution, char[] first, int[] offset) {
        int[] cumulative = distributions.cumulative();
        int from = offset[distribution];
        int shift = shift(offset[distribution + 1] - from);
        int base = distributions.offset()[distribution];
        int at = base;
        for (int i = from; i < offset[distribution + 1]; i++) {
            while (cumulative[at] <= (i - from) << shift) {
                at++;
            }
            first[i] = (char) (at - base);
        }
    }

    /** By how many bits a point is longer than the number of its part. */
    private static int shift(int parts) {
        return Distributions.BITS - Integer.numberOfTrailingZeros(parts);
    }

    @Override
    public int draw(int distribution, int word) {
        int from = offset[distribution];
        int parts = offset[distribution + 1] - from;
        return parts == 0
                ? distributions.draw(distribution, word)
                : code(position(distributions.offset()[distribution], from, shift(parts), word), distribution);
    }

    @Override
    public void draw(int distribution, int[] rows, int from, int to, int[] words, int[] into) {
        int guide = offset[distribution];
        int parts = offset[distribution + 1] - guide;
        if (parts == 0 || distributions.codes(distribution) <= FEW) {
            distributions.draw(distribution, rows, from, to, words, into);
            return;
        }
        int base = distributions.offset()[distribution];
        int shift = shift(parts);
        if (dense) {
            for (int i = from; i < to; i++) {
                int row = rows[i];
                into[row] = position(base, guide, shift, words[row]) - base;
            }
        } else {
            int[] codes = distributions.codes();
            for (int i = from; i < to; i++) {
                int row = rows[i];
                into[row] = codes[position(base, guide, shift, words[row])];
            }
        }
    }

    /**
     * Draws for rows that follow each other, each from a distribution of its own.
     *
     * @param ways              by row: a position in {@code distributionOfWay}
     * @param distributionOfWay distributions, each of which has parts
     * @param words             a random word a row
     * @param into              receives a code a row
     */
    void draw(byte[] ways, int[] distributionOfWay, int[] words, int[] into) {
        int[] bases = distributions.offset();
        for (int row = 0; row < into.length; row++) {
            int d = distributionOfWay[ways[row]];
            int guide = offset[d];
            int at = position(bases[d], guide, shift(offset[d + 1] - guide), words[row]);
            into[row] = dense ? at - bases[d] : distributions.codes()[at];
        }
    }

    private int code(int position, int distribution) {
        return dense
                ? position - distributions.offset()[distribution]
                : distributions.codes()[position];
    }

    private int position(int base, int guide, int shift, int word) {
        int point = Distributions.point(word);
        int[] cumulative = distributions.cumulative();
        int at = base + first[guide + (point >>> shift)];
        // The first step is arithmetic, since half of the time nobody can foresee it; others are rare.
        at -= (cumulative[at] - point - 1) >> (Integer.SIZE - 1);
        while (cumulative[at] <= point) {
            at++;
        }
        return at;
    }
}

package io.understudy.model.bayes;

/**
 * A binary question about one variable.
 *
 * @param variable  the variable asked about
 * @param threshold codes under it go below, where {@code subset} is empty
 * @param subset    bit set of the codes of a nominal variable that go below
 * @param gain      rise in the log likelihood of the target's groups, in nats
 */
record Split(int variable, int threshold, long[] subset, double gain) {
    boolean goesBelow(int code) {
        return subset.length == 0 ? code < threshold : Tree.contains(subset, code);
    }

    /**
     * Where codes that occur are parted.
     *
     * @param order of the codes
     * @param last  position of the last one that goes below
     * @param gain  of the split
     */
    record Cut(int[] order, int last, double gain) {}

    /**
     * The question that parts codes at a cut. At nominal variables, codes that do not occur go to the side of more rows.
     *
     * @param rowsOfCode by code
     */
    static Split at(Cut cut, Predictor predictor, int[] rowsOfCode) {
        int variable = predictor.index();
        int[] order = cut.order();
        if (predictor.variable().ordered()) {
            int threshold = (order[cut.last()] + order[cut.last() + 1] + 1) >>> 1;
            return new Split(variable, threshold, Tree.ordered(), cut.gain());
        }
        int rows = 0;
        int rowsBelow = 0;
        for (int i = 0; i < order.length; i++) {
            rows += rowsOfCode[order[i]];
            rowsBelow = i == cut.last() ? rows : rowsBelow;
        }
        boolean absentBelow = 2 * rowsBelow > rows;
        long[] subset = new long[(predictor.variable().size() + 63) >> 6];
        for (int code = 0; code < predictor.variable().size(); code++) {
            if (absentBelow && rowsOfCode[code] == 0) {
                subset[code >> 6] |= 1L << code;
            }
        }
        for (int i = 0; i <= cut.last(); i++) {
            subset[order[i] >> 6] |= 1L << order[i];
        }
        return new Split(variable, 0, subset, cut.gain());
    }
}

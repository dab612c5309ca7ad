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
     * The question that parts the codes up to a cut from those after it. At nominal variables, codes that do not occur go to the
     * side of more rows.
     *
     * @param cut        position in the order of the last code that goes below
     * @param order      of the codes that occur
     * @param rowsOfCode by code
     * @param rows       of all codes
     */
    static Split after(int cut, int[] order, Predictor predictor, int[] rowsOfCode, int rows, double gain) {
        int variable = predictor.index();
        if (predictor.variable().ordered()) {
            return new Split(variable, (order[cut] + order[cut + 1] + 1) >>> 1, Tree.ordered(), gain);
        }
        int rowsBelow = 0;
        for (int i = 0; i <= cut; i++) {
            rowsBelow += rowsOfCode[order[i]];
        }
        boolean absentBelow = 2 * rowsBelow > rows;
        long[] subset = new long[(predictor.variable().size() + 63) >> 6];
        for (int code = 0; code < predictor.variable().size(); code++) {
            if (absentBelow && rowsOfCode[code] == 0) {
                subset[code >> 6] |= 1L << code;
            }
        }
        for (int i = 0; i <= cut; i++) {
            subset[order[i] >> 6] |= 1L << order[i];
        }
        return new Split(variable, 0, subset, gain);
    }
}

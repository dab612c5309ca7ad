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
}

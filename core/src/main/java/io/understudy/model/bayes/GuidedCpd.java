package io.understudy.model.bayes;

import io.understudy.domain.Domain;

/**
 * A conditional distribution that is drawn from sooner.
 *
 * @param crown  of its tree
 * @param guide  to its distributions
 * @param leaves at the end of each way out of the crown, if rows can be drawn in the order in which they lie; else empty
 */
record GuidedCpd(TreeCpd cpd, Crown crown, Guide guide, int[] leaves) implements Drawer {

    /** @param columns codes of some rows that are typical, by variable */
    static GuidedCpd of(TreeCpd cpd, Domain domain, int[][] columns, int rows) {
        long[] byLeaf = new long[cpd.tree().leaves()];
        new Routing(columns, rows).part(cpd.tree(), (leaf, order, from, to) -> byLeaf[leaf] += to - from);
        Crown crown = Crown.of(cpd.tree(), domain, byLeaf);
        Guide guide = Guide.of(cpd.distributions());
        return new GuidedCpd(cpd, crown, guide, crown.isWhole() && guide.complete() ? crown.leaves() : new int[0]);
    }

    @Override
    public void draw(int[][] columns, Routing routing, int[] words) {
        int[] into = columns[cpd.variable()];
        if (leaves.length > 0) {
            guide.draw(routing.ways(crown), leaves, words, into);
            return;
        }
        routing.part(crown, (leaf, rows, from, to) -> guide.draw(leaf, rows, from, to, words, into));
    }
}

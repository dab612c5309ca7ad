package io.understudy.check.privacy.disclosure;

import io.understudy.check.Finding;

/**
 * Whether someone who knows the quasi-identifiers of a person reads a sensitive value from the synthetic table, and reads it
 * right: DiSCO, disclosive in the synthetic table and correct in the original (Raab et al. 2024). A member of a class counts
 * where all synthetic rows of its combination have one value, and it is the member's own; of an entity of several rows, that
 * of one of its rows in the class. The control are held-out rows: what can be read of those is what holds of people in general.
 */
record AttributeDisclosure(Tables tables, double z) {
    static final String METRIC = "attribute-disclosure";

    Finding finding(int column, String name) {
        return share(tables.train(), column).against(share(tables.holdout(), column), METRIC, name, z);
    }

    private Share share(Classes side, int column) {
        Classes.Values synthetic = tables.synthetic().values(column);
        Share share = new Share();
        for (int i = 0; i < side.size(); i++) {
            int at = tables.synthetic().find(side.combination(i));
            boolean unanimous = at >= 0 && synthetic.distinct(at) == 1;
            long correct = unanimous
                    ? side.values(column).count(i, synthetic.groups()[synthetic.offset()[at]])
                    : 0;
            share.add(side.members(i), correct);
        }
        return share;
    }
}

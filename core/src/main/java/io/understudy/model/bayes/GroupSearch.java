package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Judges questions by what they tell of a few groups of the target's codes, formed anew in every node. */
final class GroupSearch implements Questions {
    private final Variable target;
    private final int[] targetCodes;
    private final int[] groupOfRow;
    private final int[] histogram;
    private final Groups groups;
    private final SplitSearch search;
    private int[] rows = {};
    private Growing node = Growing.none();

    GroupSearch(Growth growth, Variable target, int[] targetCodes) {
        this.target = target;
        this.targetCodes = targetCodes;
        this.groupOfRow = new int[targetCodes.length];
        this.histogram = new int[target.size()];
        this.groups = new Groups(target.size(), growth.groups());
        this.search = new SplitSearch(new Entropy(targetCodes.length), growth.minRows(), growth.groups());
    }

    @Override
    public boolean enter(Growing node, int[] rows) {
        this.node = node;
        this.rows = rows;
        Arrays.fill(histogram, 0);
        for (int i = 0; i < node.tally.size(); i++) {
            histogram[node.tally.codes()[i]] = node.tally.counts()[i];
        }
        if (target.ordered()) {
            groups.ordered(histogram, node.rows(), target.missing());
        } else {
            groups.nominal(histogram);
        }
        for (int i = node.from; i < node.to; i++) {
            groupOfRow[i] = groups.of(targetCodes[rows[i]]);
        }
        return groups.size() > 1;
    }

    @Override
    public @Nullable Split best(Predictor predictor) {
        return search.best(predictor, rows, node, groups, groupOfRow);
    }
}

package io.understudy.check.privacy;

import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.stat.Fold;
import java.io.Serializable;

/**
 * Counts all that {@link Distances} needs of the rows of one table. References are the training rows, the holdout and, for
 * real rows, the synthetic rows, in this order.
 *
 * @param side whose rows are looked up
 */
record Survey(Side side) implements Fold<Nearest, Survey.Tally, Survey.Tally> {

    /** The tables, in the order of the references. */
    enum Side {
        TRAIN(0),
        HOLDOUT(1),
        SYNTHETIC(2);

        private final int reference;

        Side(int reference) {
            this.reference = reference;
        }

        Neighbours in(Nearest found) {
            return found.in(reference);
        }
    }

    /**
     * What has been counted.
     *
     * @param proximity of all rows to the training rows
     * @param pull      of synthetic rows alone
     * @param isolation of real rows alone
     */
    record Tally(Proximity proximity, Pull pull, Isolation isolation) implements Serializable {}

    @Override
    public Tally zero() {
        return new Tally(new Proximity(), new Pull(), new Isolation());
    }

    @Override
    public Tally add(Tally state, Nearest found) {
        state.proximity().add(Side.TRAIN.in(found));
        switch (side) {
            case SYNTHETIC -> state.pull().add(Side.TRAIN.in(found), Side.HOLDOUT.in(found));
            case TRAIN -> isolation(state, found, Side.HOLDOUT);
            case HOLDOUT -> isolation(state, found, Side.TRAIN);
        }
        return state;
    }

    private void isolation(Tally state, Nearest found, Side other) {
        state.isolation().add(side.in(found), other.in(found), Side.SYNTHETIC.in(found));
    }

    @Override
    public Tally merge(Tally left, Tally right) {
        left.proximity().merge(right.proximity());
        left.pull().merge(right.pull());
        left.isolation().merge(right.isolation());
        return left;
    }

    @Override
    public Tally finish(Tally state) {
        return state;
    }
}

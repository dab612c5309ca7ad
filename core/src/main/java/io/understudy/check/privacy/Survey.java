package io.understudy.check.privacy;

import io.understudy.check.Assessed;
import io.understudy.neighbour.Leg;
import io.understudy.neighbour.Limits;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Space;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Counts all that {@link Distances} needs of the rows of one table. References are the training rows, the holdout and, for
 * real rows, the synthetic rows, in this order.
 *
 * @param side  whose rows are looked up
 * @param floor real rows whose next real row is nearer are counted as near alone: 0 to tell them all apart, else a
 *              {@link Histogram#bin}
 */
record Survey(Side side, int floor) implements Fold<Nearest, Survey.Tally, Survey.Tally> {

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

    /** Tells all rows apart. */
    Survey(Side side) {
        this(side, 0);
    }

    /**
     * Looks up what is counted, and no more than that: of real rows the next real row, as far as the floor, and whether a
     * synthetic row is nearer than half as far.
     */
    Tally of(Assessed tables, Table rows) {
        List<Table> train = List.of(tables.train());
        List<Table> holdout = List.of(tables.holdout());
        Leg synthetic = new Leg(List.of(tables.synthetic()), (count, before) -> Limits.within(halfWay(before)));
        return switch (side) {
            case SYNTHETIC -> tables.search().compute(rows, List.of(tables.train(), tables.holdout()), this);
            case HOLDOUT ->
                tables.search()
                        .inTurn(rows, List.of(new Leg(train), new Leg(holdout, this::nextHeldOut), synthetic), this);
            case TRAIN ->
                tables.search()
                        .inTurn(
                                rows,
                                List.of(
                                        new Leg(train, this::nextLearned),
                                        new Leg(holdout, this::nextOther),
                                        synthetic),
                                this);
        };
    }

    /** The second row, the first is the row itself, where it is nearer than any training row. */
    private Limits nextHeldOut(int rows, Nearest before) {
        int[] reach = new int[rows];
        Arrays.setAll(reach, row -> Side.TRAIN.in(before).nearest(row));
        return new Limits(2, Limits.filled(rows, floor - 1), reach);
    }

    private Limits nextLearned(int rows, Nearest before) {
        return new Limits(2, Limits.filled(rows, floor - 1), Limits.filled(rows, Space.NONE));
    }

    /** The first held-out row, where it is nearer than the next training row. */
    private Limits nextOther(int rows, Nearest before) {
        int[] reach = new int[rows];
        Arrays.setAll(reach, row -> {
            int next = Side.TRAIN.in(before).second(row);
            return next < floor ? -1 : next;
        });
        return new Limits(1, Limits.filled(rows, floor - 1), reach);
    }

    /** The greatest distance that is below half of that to the next real row; below 0 where there is none. */
    private int[] halfWay(Nearest before) {
        int[] reach = new int[before.rows()];
        Arrays.setAll(reach, row -> {
            int next = next(before, row);
            return next < Math.max(1, floor) || next == Space.NONE ? -1 : (next - 1) / 2;
        });
        return reach;
    }

    /** How far the next real row is; any number below the floor where it is below. */
    private int next(Nearest found, int row) {
        return side == Side.TRAIN
                ? Math.min(
                        Side.TRAIN.in(found).second(row), Side.HOLDOUT.in(found).nearest(row))
                : Math.min(
                        Side.HOLDOUT.in(found).second(row), Side.TRAIN.in(found).nearest(row));
    }

    /**
     * What has been counted.
     *
     * @param proximity of synthetic and held-out rows to the training rows
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
        if (side != Side.TRAIN) {
            state.proximity().add(Side.TRAIN.in(found));
        }
        if (side == Side.SYNTHETIC) {
            state.pull().add(Side.TRAIN.in(found), Side.HOLDOUT.in(found));
        } else {
            for (int row = 0; row < found.rows(); row++) {
                int next = next(found, row);
                state.isolation()
                        .add(next < floor ? 0 : next, Side.SYNTHETIC.in(found).nearest(row));
            }
        }
        return state;
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

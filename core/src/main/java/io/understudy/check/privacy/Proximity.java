package io.understudy.check.privacy;

import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Space;
import java.io.Serializable;

/** How close rows come to the training rows. */
final class Proximity implements Serializable {
    private static final long serialVersionUID = 1L;

    private long copies;
    private final Histogram distances = new Histogram();
    /** Nearest over second nearest, in units of 1 / UNIT. */
    private final Histogram ratios = new Histogram();

    void add(Neighbours train) {
        for (int row = 0; row < train.rows(); row++) {
            int nearest = train.nearest(row);
            distances.add(nearest);
            ratios.add(ratio(nearest, train.second(row)));
            copies += nearest == 0 ? 1 : 0;
        }
    }

    /** One where the second is as near, or is not there: then the nearest row does not stand out. */
    private static int ratio(int nearest, int second) {
        boolean alone = second == 0 || second == Space.NONE;
        return alone ? Space.UNIT : (int) ((long) nearest * Space.UNIT / second);
    }

    Proximity merge(Proximity other) {
        copies += other.copies;
        distances.merge(other.distances);
        ratios.merge(other.ratios);
        return this;
    }

    long rows() {
        return distances.total();
    }

    long copies() {
        return copies;
    }

    Histogram distances() {
        return distances;
    }

    Histogram ratios() {
        return ratios;
    }
}

package io.understudy.check.membership;

import io.understudy.stat.Marginal;
import java.io.Serializable;
import java.util.List;

/**
 * How likely values are by themselves, whatever they stand beside: the shares of codes among all real rows. Learned and
 * held-out rows are treated alike, so that a row's score does not depend on which side it is counted on.
 */
final class Independent implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SMOOTHING = 0.5;

    /** By variable and code: natural logarithms. */
    private final double[][] logShares;

    private Independent(double[][] logShares) {
        this.logShares = logShares;
    }

    static Independent of(List<Marginal> learned, List<Marginal> heldOut) {
        double[][] logs = new double[learned.size()][];
        for (int v = 0; v < logs.length; v++) {
            long[] counts = learned.get(v).counts();
            heldOut.get(v).forEach((code, count) -> counts[(int) code] += count);
            double total = learned.get(v).total() + heldOut.get(v).total() + SMOOTHING * counts.length;
            logs[v] = new double[counts.length];
            for (int code = 0; code < counts.length; code++) {
                logs[v][code] = StrictMath.log((counts[code] + SMOOTHING) / total);
            }
        }
        return new Independent(logs);
    }

    double log(int variable, int code) {
        return logShares[variable][code];
    }
}

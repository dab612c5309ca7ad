package io.understudy.stat;

/**
 * Iterative proportional fitting (Deming and Stephan 1940): of all tables with some margins the one nearest to a model in
 * relative entropy (Csiszar 1975). Odds that the margins do not speak of stay those of the model.
 *
 * <p>Loops in a fixed order over doubles, so that it gives the same wherever it runs.
 */
final class ProportionalFit {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_ROUNDS = 10_000;

    private final Margins margins;
    private final double[] rows;

    private ProportionalFit(Margins margins, double[] chances) {
        this.margins = margins;
        this.rows = chances.clone();
    }

    /**
     * The table.
     *
     * @param chances by kind, positive, up to a common factor
     * @return rows by kind, in fractions. No margin is off by more than a billionth of the total, unless the margins cannot be met or
     *     can be only where kinds that the model knows get no rows: then they are as near as many rounds bring them
     */
    static double[] of(Margins margins, double[] chances) {
        ProportionalFit fit = new ProportionalFit(margins, chances);
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        for (int kind = 0; kind < chances.length; kind++) {
            fit.rows[kind] *= margins.total() / sum;
        }
        double off = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && off > TOLERANCE * margins.total(); round++) {
            off = fit.round();
        }
        return fit.rows;
    }

    /** Scales to every margin in turn; how far the farthest one was off before its turn. */
    private double round() {
        double off = 0;
        for (int property = 0; property < margins.amounts().length; property++) {
            long amount = margins.amounts()[property];
            double with = 0;
            double without = 0;
            for (int kind = 0; kind < rows.length; kind++) {
                if (margins.has(kind, property)) {
                    with += rows[kind];
                } else {
                    without += rows[kind];
                }
            }
            off = Math.max(off, Math.abs(with - amount));
            scale(property, factor(amount, with), factor(margins.total() - amount, without));
        }
        return off;
    }

    private void scale(int property, double with, double without) {
        for (int kind = 0; kind < rows.length; kind++) {
            rows[kind] *= margins.has(kind, property) ? with : without;
        }
    }

    /** Of nothing, nothing can be made. */
    private static double factor(long wanted, double had) {
        return had > 0 ? wanted / had : 1;
    }
}

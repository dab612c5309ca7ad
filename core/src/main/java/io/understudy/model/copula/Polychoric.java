package io.understudy.model.copula;

/**
 * The correlation of two latent standard normals of which only the interval is seen (Pearson 1900; Olsson 1979).
 *
 * <p>Two-step: thresholds are the normal quantiles of the margins, then the correlation maximises the multinomial
 * likelihood of the table, by Fisher scoring inside a bracket that each score's sign narrows. A prior proportional to
 * 1 - rho^2, worth about one row, keeps tables with an empty corner off the ends.
 */
final class Polychoric {
    /** The largest correlation tried; where the likelihood still climbs there, the variables determine each other. */
    private static final double LIMIT = 0.9999;

    private static final double MOST_START = 0.95;
    private static final double TOLERANCE = 1e-7;
    private static final int STEPS = 60;
    private static final double LEAST_SHARE = 1e-12;

    private final PairTable table;
    private final long[] rowSums;
    private final long[] columnSums;
    private final double[] rowThresholds;
    private final double[] columnThresholds;
    private final double total;

    private double score;
    private double information;

    private Polychoric(PairTable table) {
        this.table = table;
        this.rowSums = table.rowSums();
        this.columnSums = table.transposed().rowSums();
        this.rowThresholds = Scores.thresholds(rowSums);
        this.columnThresholds = Scores.thresholds(columnSums);
        double rows = 0;
        for (long sum : rowSums) {
            rows += sum;
        }
        this.total = rows;
    }

    /** The estimate, -1 .. 1; 0 where either variable is constant. */
    static double correlation(PairTable table) {
        return new Polychoric(table).maximise();
    }

    private double maximise() {
        double low = -LIMIT;
        double high = LIMIT;
        double rho = Math.max(-MOST_START, Math.min(MOST_START, pearson()));
        double moved = 1;
        for (int step = 0; step < STEPS && moved > TOLERANCE; step++) {
            evaluate(rho);
            low = score > 0 ? rho : low;
            high = score > 0 ? high : rho;
            double next = rho + score / information;
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            moved = Math.abs(next - rho);
            rho = next;
        }
        return LIMIT - Math.abs(rho) < 4 * TOLERANCE ? Math.signum(rho) : rho;
    }

    /** The correlation of normal scores: attenuated, but a good start. */
    private double pearson() {
        double[] rowScores = Scores.normal(rowSums);
        double[] columnScores = Scores.normal(columnSums);
        double sum = 0;
        for (int i = 0; i < rowScores.length; i++) {
            for (int j = 0; j < columnScores.length; j++) {
                sum += table.count(i, j) * rowScores[i] * columnScores[j];
            }
        }
        return sum / total;
    }

    /** Sets the score and the expected information of the log likelihood plus log prior at {@code rho}. */
    private void evaluate(double rho) {
        double rest = (1 - rho) * (1 + rho);
        score = -2 * rho / rest;
        information = 2 * (1 + rho * rho) / (rest * rest);
        BivariateNormal normal = new BivariateNormal(rho);
        int columns = columnThresholds.length;
        double[] excess = new double[columns];
        double[] density = new double[columns];
        for (int i = 0; i < rowThresholds.length; i++) {
            double excessLeft = 0;
            double densityLeft = 0;
            for (int j = 0; j < columns; j++) {
                double excessAbove = excess[j];
                double densityAbove = density[j];
                excess[j] = normal.excess(rowThresholds[i], columnThresholds[j]);
                density[j] = normal.density(rowThresholds[i], columnThresholds[j]);
                double independent = rowSums[i] / total * columnSums[j] / total;
                add(
                        table.count(i, j),
                        independent + (excess[j] - excessAbove) - excessLeft,
                        (density[j] - densityAbove) - densityLeft);
                excessLeft = excess[j] - excessAbove;
                densityLeft = density[j] - densityAbove;
            }
        }
    }

    private void add(long count, double share, double slope) {
        double safe = Math.max(share, LEAST_SHARE);
        score += count * slope / safe;
        if (share > LEAST_SHARE) {
            information += total * slope * slope / share;
        }
    }
}

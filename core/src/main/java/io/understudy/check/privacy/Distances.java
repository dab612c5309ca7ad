package io.understudy.check.privacy;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Curve;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.neighbour.Space;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How near synthetic rows come to training rows, against how near unseen rows come to them.
 *
 * <p>Findings, all of check {@code privacy}, from one search of the rows of each table:
 * <ul>
 *   <li>{@code closer-to-train}: share of synthetic rows nearer to a training row than to any holdout row; ties count in
 *       proportion of the tied rows, so the baseline train / (train + holdout) is exact.
 *   <li>{@code exact-copies}: share of synthetic rows at distance 0 of a training row; baseline: of holdout rows.
 *   <li>{@code copies-excess}: share of synthetic rows that repeat training rows beyond chance. Among synthetic rows that
 *       equal a real row, chance makes train / (train + holdout) of those real rows training rows; the excess over that
 *       is set in relation to what pure copying would give. Common rows, which all tables share, add nothing. Baseline 0.
 *   <li>{@code outliers-closer-to-train}, {@code outliers-reproduced}: what becomes of real rows that stand out, see
 *       {@link StandingOut}.
 *   <li>{@code dcr-p01}, {@code -p05}, {@code -p25}, {@code -median}: quantiles of the distance to the closest training
 *       row, in fully differing columns, 0 .. width; baseline: of holdout rows.
 *   <li>{@code nndr-p01}, {@code -p05}, {@code -p25}, {@code -median}: quantiles of the nearest over the second nearest
 *       distance, 0 .. 1; baseline: of holdout rows.
 * </ul>
 *
 * <p>Of real rows at most {@value #REAL_QUERIES} of either table are looked up, drawn at random: they set baselines and are searched for
 * what stands out. What is searched is never sampled.
 *
 * <p>Distances that look harmless prove little (Ganev and De Cristofaro 2023): a few copied outliers move no median.
 *
 * @param confidence of the intervals, above 0 and below 1; see {@code Gate} for the correction for several rules
 */
public record Distances(double confidence) implements Check {
    static final String NAME = "privacy";
    private static final int REAL_QUERIES = 250_000;
    private static final long REAL_SEED = 0x5EED;
    private static final Map<String, Double> QUANTILES = quantiles();

    public Distances {
        Interval.z(confidence);
    }

    private static Map<String, Double> quantiles() {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        quantiles.put("p01", 0.01);
        quantiles.put("p05", 0.05);
        quantiles.put("p25", 0.25);
        quantiles.put("median", 0.5);
        return quantiles;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        return examine(tables).findings();
    }

    /** The findings, and the distributions of both distances behind them. */
    @Override
    public Evidence examine(Assessed tables) {
        tables.search().expect(tables.synthetic());
        Survey.Tally synthetic = new Survey(Survey.Side.SYNTHETIC).of(tables, tables.synthetic());
        Survey.Tally holdout = new Survey(Survey.Side.HOLDOUT).of(tables, some(tables.holdout()));
        StandingOut standing = standing(tables, holdout.isolation());
        long seen = tables.train().rows();
        double expected = (double) seen / (seen + tables.holdout().rows());
        List<Finding> findings = new ArrayList<>(findings(synthetic, holdout.proximity(), expected));
        findings.addAll(standing.findings(Interval.z(confidence)));
        return new Evidence(findings, curves(synthetic.proximity(), holdout.proximity()));
    }

    /**
     * The training rows beside the held-out ones. How far it is to the next real row is only told of those training rows
     * that may stand out, by what is known of the held-out ones; of all, if that was too few.
     */
    private static StandingOut standing(Assessed tables, Isolation holdout) {
        Table rows = some(tables.train());
        int floor = StandingOut.floor(holdout);
        StandingOut standing = standing(tables, rows, holdout, floor);
        return standing.decidedBeyond(floor) ? standing : standing(tables, rows, holdout, 0);
    }

    private static StandingOut standing(Assessed tables, Table rows, Isolation holdout, int floor) {
        return new StandingOut(
                new Survey(Survey.Side.TRAIN, floor).of(tables, rows).isolation(), holdout);
    }

    /** About {@value #REAL_QUERIES} rows of a table, or all. */
    private static Table some(Table real) {
        return real.rows() <= REAL_QUERIES ? real : real.part(0, (double) REAL_QUERIES / real.rows(), REAL_SEED);
    }

    private static List<Curve> curves(Proximity synthetic, Proximity holdout) {
        return List.of(
                synthetic.distances().curve("dcr", Curve.SYNTHETIC),
                holdout.distances().curve("dcr", Curve.HOLDOUT),
                synthetic.ratios().curve("nndr", Curve.SYNTHETIC),
                holdout.ratios().curve("nndr", Curve.HOLDOUT));
    }

    private List<Finding> findings(Survey.Tally synthetic, Proximity holdout, double expected) {
        double z = Interval.z(confidence);
        Proximity near = synthetic.proximity();
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("closer-to-train", synthetic.pull().closer().estimate(z), expected));
        findings.add(copies(near, holdout, z));
        findings.add(finding("copies-excess", synthetic.pull().copiesExcess(expected, z), 0));
        QUANTILES.forEach((name, p) -> findings.add(quantile("dcr-" + name, near.distances(), holdout.distances(), p)));
        QUANTILES.forEach((name, p) -> findings.add(quantile("nndr-" + name, near.ratios(), holdout.ratios(), p)));
        return findings;
    }

    static Finding finding(String metric, Estimate estimate, double baseline) {
        Interval interval = estimate.interval();
        return new Finding(NAME, metric, "", estimate.value(), interval.low(), interval.high(), baseline);
    }

    private static Finding copies(Proximity near, Proximity holdout, double z) {
        double share = (double) near.copies() / near.rows();
        double baseline = (double) holdout.copies() / holdout.rows();
        return finding("exact-copies", new Estimate(share, Interval.wilson(share, (double) near.rows(), z)), baseline);
    }

    /** A quantile with the interval of its order statistics, which holds for any distribution. */
    private Finding quantile(String metric, Histogram synthetic, Histogram holdout, double p) {
        double half = Interval.z(confidence) * Math.sqrt(p * (1 - p) / synthetic.total());
        return new Finding(
                NAME,
                metric,
                "",
                synthetic.quantile(p) / Space.UNIT,
                synthetic.quantile(p - half) / Space.UNIT,
                synthetic.quantile(p + half) / Space.UNIT,
                holdout.quantile(p) / Space.UNIT);
    }
}

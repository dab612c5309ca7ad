package io.understudy.check.task;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Models of real rows beside models of as many synthetic rows, tried on the same held-out rows. A finding's value is the mean
 * score of the synthetic rows' models, its baseline that of the real rows'.
 *
 * <p>The interval is one of their difference, laid around the value: it holds the baseline where the difference may be chance.
 * Its variance is that of {@value #REPLICATES} resamples of the held-out rows, the same for all models, which makes it a paired one, and
 * what models of one kind differ by, since other training rows make another model.
 */
public final class Comparison {
    private static final int REPLICATES = 200;

    private final Predicted[] real;
    private final Predicted[] synthetic;
    private final double z;
    private final long seed;

    /**
     * Models to compare.
     *
     * @param real      two models or more, of rows that none shares with another
     * @param synthetic as many
     */
    public Comparison(List<Predicted> real, List<Predicted> synthetic, double confidence, long seed) {
        if (real.size() < 2 || real.size() != synthetic.size()) {
            throw new IllegalArgumentException("as many models of real as of synthetic rows, at least two, got "
                    + real.size() + " and " + synthetic.size());
        }
        this.real = real.toArray(Predicted[]::new);
        this.synthetic = synthetic.toArray(Predicted[]::new);
        this.z = Interval.z(confidence);
        this.seed = seed;
    }

    /** A score and what it is about. */
    public record Asked(String check, Score score, String subject) {}

    /** A finding for each score that is defined. */
    public List<Finding> findings(List<Asked> asked) {
        int rows = real[0].rows();
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        Moments[] differences = asked.stream().map(one -> new Moments()).toArray(Moments[]::new);
        new Resamples(seed, rows, REPLICATES).forEach(weights -> {
            for (int i = 0; i < differences.length; i++) {
                Score score = asked.get(i).score();
                differences[i].add(mean(scores(score, synthetic, weights)) - mean(scores(score, real, weights)));
            }
        });
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < differences.length; i++) {
            Score score = asked.get(i).score();
            double[] ours = scores(score, synthetic, once);
            double[] theirs = scores(score, real, once);
            if (!Double.isNaN(mean(ours)) && !Double.isNaN(mean(theirs))) {
                findings.add(finding(asked.get(i), ours, theirs, differences[i].variance()));
            }
        }
        return findings;
    }

    private Finding finding(Asked asked, double[] ours, double[] theirs, double resampled) {
        double training = (variance(ours) + variance(theirs)) / ours.length;
        double half = z * Math.sqrt(resampled + training);
        double value = mean(ours);
        Score score = asked.score();
        return new Finding(
                asked.check(),
                score.metric(),
                asked.subject(),
                value,
                Math.max(score.least(), value - half),
                Math.min(score.most(), value + half),
                mean(theirs));
    }

    private static double[] scores(Score score, Predicted[] models, int[] weights) {
        return Arrays.stream(models)
                .mapToDouble(model -> score.of(model, weights))
                .toArray();
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    private static double variance(double[] scores) {
        Moments moments = new Moments();
        Arrays.stream(scores).forEach(moments::add);
        return moments.variance();
    }

    /** Mean and variance of numbers as they come (Welford 1962); those that are none are left out. */
    private static final class Moments {
        private long count;
        private double mean;
        private double squares;

        void add(double number) {
            if (!Double.isNaN(number)) {
                count++;
                double off = number - mean;
                mean += off / count;
                squares += off * (number - mean);
            }
        }

        double variance() {
            return count < 2 ? 0 : squares / (count - 1);
        }
    }
}

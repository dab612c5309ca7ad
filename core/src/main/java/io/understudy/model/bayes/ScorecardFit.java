package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import io.understudy.random.Hash;
import io.understudy.random.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns the {@link Scorecard} that comes nearest to one variable: an additive model (Hastie and Tibshirani 1990) of its
 * normal scores, selected forwards.
 *
 * <p>Law: a function of the multiset of rows. Whatever is summed over rows is a whole number.
 */
final class ScorecardFit {
    /** Whole-number units of one standard deviation. */
    private static final int UNIT = 1 << 12;

    private static final int MOST_FEATURES = 32;
    private static final int MOST_CHOSEN = 12;
    private static final int MOST_CLASSES = 128;
    private static final int LEAST_ROWS = 200;
    private static final int GROUPS = 24;
    private static final double RIDGE = 1e-3;

    private final int[] target;
    private final int[] scoreOfCode;
    private final TreeNetworkSettings settings;
    private final int minRows;
    private final double entities;
    private double paid;

    private ScorecardFit(Variable variable, int[] target, TreeNetworkSettings settings) {
        this.target = target;
        this.scoreOfCode = normalScores(histogram(target, variable.size()), variable.missing());
        this.settings = settings;
        this.minRows = settings.growth().minRows();
        this.entities = target.length / settings.rowsPerEntity();
    }

    /**
     * A card, and the classes that rows get from a card that has not seen them.
     *
     * @param price   nats that asking the card must gain: what its points may owe to chance
     * @param classes by row of the sample
     */
    record Learned(Scorecard card, double price, int[] classes) {
        Predictor predictor() {
            return new Predictor(Tree.CARD, Variable.ordinal("card", card.classes()), classes);
        }
    }

    private static final Learned NOTHING = new Learned(Scorecard.NONE, 0, new int[0]);

    /**
     * The card for a variable with an order; none where a sum tells no more than its parts.
     *
     * <p>Rows of either half are classified by the card of the other: classes that had seen the rows themselves would
     * promise too much, and trees would be grown and pruned by what they promise.
     */
    static Learned learn(Variable variable, int[] target, List<Predictor> predictors, TreeNetworkSettings settings) {
        if (!variable.ordered() || variable.size() < 3 || predictors.size() < 2 || target.length < LEAST_ROWS) {
            return NOTHING;
        }
        ScorecardFit fit = new ScorecardFit(variable, target, settings);
        Scorecard card = fit.learn(predictors);
        if (card.isNone()) {
            return NOTHING;
        }
        int[] ordered = sums(card, predictors, IntStream.range(0, target.length).toArray());
        Arrays.sort(ordered);
        int[] classes = new int[target.length];
        int[] half = halves(target, predictors);
        for (int h = 0; h < 2; h++) {
            int[] seen = rowsOf(half, h);
            int[] others = rowsOf(half, 1 - h);
            Scorecard unseen = new ScorecardFit(variable, at(target, seen), settings)
                    .learn(predictors.stream().map(p -> at(p, seen)).toList());
            if (unseen.isNone()) {
                return NOTHING;
            }
            int[] sums = sums(unseen, predictors, seen);
            Arrays.sort(sums);
            int[] unseenSums = sums(unseen, predictors, others);
            for (int i = 0; i < others.length; i++) {
                classes[others[i]] = card.classOf(ordered[counterpart(sums, unseenSums[i], ordered.length)]);
            }
        }
        return new Learned(card, fit.paid, classes);
    }

    /** Which half a row belongs to, by its content: rows in memory have no order. */
    private static int[] halves(int[] target, List<Predictor> predictors) {
        long[] hashes = new long[target.length];
        Arrays.setAll(hashes, row -> target[row]);
        for (Predictor predictor : predictors) {
            int[] codes = predictor.codes();
            Arrays.setAll(hashes, row -> Hash.combine(hashes[row], codes[row]));
        }
        return Arrays.stream(hashes).mapToInt(hash -> (int) (hash & 1)).toArray();
    }

    private static int[] rowsOf(int[] half, int which) {
        return IntStream.range(0, half.length).filter(row -> half[row] == which).toArray();
    }

    private static int[] at(int[] codes, int[] rows) {
        return Arrays.stream(rows).map(row -> codes[row]).toArray();
    }

    private static Predictor at(Predictor predictor, int[] rows) {
        return new Predictor(predictor.index(), predictor.variable(), at(predictor.codes(), rows));
    }

    private static int[] sums(Scorecard card, List<Predictor> predictors, int[] rows) {
        int[][] columns = new int[1 + predictors.stream().mapToInt(Predictor::index).max().orElse(0)][];
        predictors.forEach(p -> columns[p.index()] = at(p.codes(), rows));
        int[] sums = new int[rows.length];
        card.add(columns, sums, rows.length);
        return sums;
    }

    /** Where a sum would stand among so many of another card, as it stands among those of its own. */
    private static int counterpart(int[] ascending, int sum, int count) {
        int found = Arrays.binarySearch(ascending, sum);
        int from = found < 0 ? -1 - found : found;
        int to = from;
        while (from > 0 && found >= 0 && ascending[from - 1] == sum) {
            from--;
        }
        while (to < ascending.length && ascending[to] == sum) {
            to++;
        }
        return (int) Math.min(count - 1, ((long) from + to) * count / (2L * ascending.length));
    }

    /**
     * What a variable may contribute.
     *
     * @param values by code
     * @param price  nats that it must gain to be chosen
     */
    private record Feature(Predictor predictor, int[] values, double price) {}

    private Scorecard learn(List<Predictor> predictors) {
        List<Feature> features = new ArrayList<>();
        for (Predictor predictor : predictors) {
            Variable variable = predictor.variable();
            int[] rows = histogram(predictor.codes(), variable.size());
            if (variable.ordered()) {
                features.add(new Feature(predictor, normalScores(rows, variable.missing()), price(1)));
            }
            features.add(means(predictor, rows));
        }
        Moments moments = Moments.of(mostTelling(features), target, scoreOfCode);
        double[] weights = moments.select(entities, MOST_CHOSEN);
        return card(moments.features(), weights);
    }

    private double price(int freedom) {
        return settings.price() + StrictMath.log(entities) / 2 + (freedom - 1) / 2.0;
    }

    private List<Feature> mostTelling(List<Feature> features) {
        if (features.size() <= MOST_FEATURES) {
            return features;
        }
        double[] told = new double[features.size()];
        for (int f = 0; f < told.length; f++) {
            told[f] = Moments.of(List.of(features.get(f)), target, scoreOfCode).gain(0, entities)
                    - features.get(f).price();
        }
        return IntStream.range(0, told.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -told[f]))
                .limit(MOST_FEATURES)
                .sorted()
                .map(features::get)
                .toList();
    }

    /** The mean score of the target by groups of a variable's codes, shrunken towards none. */
    private Feature means(Predictor predictor, int[] rows) {
        long[] sums = new long[rows.length];
        int[] codes = predictor.codes();
        for (int row = 0; row < codes.length; row++) {
            sums[codes[row]] += scoreOfCode[target[row]];
        }
        int[] group = predictor.variable().ordered()
                ? neighbours(rows, predictor.variable().missing())
                : frequent(rows);
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        long[] rowsOf = new long[groups];
        long[] sumOf = new long[groups];
        for (int code = 0; code < rows.length; code++) {
            rowsOf[group[code]] += rows[code];
            sumOf[group[code]] += sums[code];
        }
        int[] values = new int[rows.length];
        for (int code = 0; code < rows.length; code++) {
            values[code] = (int) Math.rint((double) sumOf[group[code]] / (rowsOf[group[code]] + minRows));
        }
        return new Feature(predictor, values, price(groups - 1));
    }

    /** Runs of codes with near equal rows, none with fewer than the smallest leaf may have. */
    private int[] neighbours(int[] rows, boolean missing) {
        long total = Arrays.stream(rows).asLongStream().sum();
        long wanted = Math.max(minRows, total / GROUPS);
        int[] group = new int[rows.length];
        int current = 0;
        long held = 0;
        long left = total;
        for (int code = 0; code < rows.length; code++) {
            boolean apart = missing && code == 1 && held >= minRows;
            if ((held >= wanted && left >= wanted) || apart) {
                current++;
                held = 0;
            }
            group[code] = current;
            held += rows[code];
            left -= rows[code];
        }
        return group;
    }

    /** Each code of enough rows by itself, the others together. */
    private int[] frequent(int[] rows) {
        int[] group = new int[rows.length];
        int next = 1;
        for (int code = 0; code < rows.length; code++) {
            group[code] = rows[code] >= minRows ? next++ : 0;
        }
        return group;
    }

    private Scorecard card(List<Feature> features, double[] weights) {
        List<Predictor> used = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (int f = 0; f < weights.length; f++) {
            if (weights[f] != 0) {
                Feature feature = features.get(f);
                paid += feature.price();
                int at = used.indexOf(feature.predictor());
                if (at < 0) {
                    at = used.size();
                    used.add(feature.predictor());
                    points.add(new double[feature.values().length]);
                }
                for (int code = 0; code < feature.values().length; code++) {
                    points.get(at)[code] += weights[f] * feature.values()[code];
                }
            }
        }
        if (used.size() < 2) {
            return Scorecard.NONE;
        }
        int[] variables = used.stream().mapToInt(Predictor::index).toArray();
        int[][] whole = points.stream()
                .map(of -> Arrays.stream(of).mapToInt(p -> (int) Math.rint(p)).toArray())
                .toArray(int[][]::new);
        int[] sums = new int[target.length];
        for (int i = 0; i < whole.length; i++) {
            int[] codes = used.get(i).codes();
            for (int row = 0; row < sums.length; row++) {
                sums[row] += whole[i][codes[row]];
            }
        }
        return new Scorecard(variables, whole, thresholds(sums));
    }

    /** Between classes of near equal rows. */
    private int[] thresholds(int[] sums) {
        Arrays.sort(sums);
        int classes = Math.max(2, Math.min(MOST_CLASSES, 2 * sums.length / minRows));
        return IntStream.range(1, classes)
                .map(c -> sums[(int) ((long) c * sums.length / classes)])
                .filter(threshold -> threshold > sums[0])
                .distinct()
                .toArray();
    }

    private static int[] histogram(int[] codes, int size) {
        int[] rows = new int[size];
        for (int code : codes) {
            rows[code]++;
        }
        return rows;
    }

    /** Normal scores of middle ranks (van der Waerden 1952) by code; 0 for missing. */
    private static int[] normalScores(int[] rows, boolean missing) {
        int first = missing ? 1 : 0;
        double total = 0;
        for (int code = first; code < rows.length; code++) {
            total += rows[code];
        }
        int[] scores = new int[rows.length];
        double below = 0;
        for (int code = first; code < rows.length && total > 0; code++) {
            double rank = (below + rows[code] / 2.0) / total;
            double least = 0.5 / total;
            scores[code] = (int) Math.rint(UNIT * Normal.quantile(Math.min(1 - least, Math.max(least, rank))));
            below += rows[code];
        }
        return scores;
    }

    /**
     * Sums of squares and products of features and the target's scores about their means.
     *
     * @param products shape (features + 1, features + 1), the target last
     */
    private record Moments(List<Feature> features, double[][] products) {

        static Moments of(List<Feature> features, int[] target, int[] scoreOfCode) {
            int size = features.size();
            int[][] values = features.stream().map(Feature::values).toArray(int[][]::new);
            int[][] codes = features.stream().map(f -> f.predictor().codes()).toArray(int[][]::new);
            long[][] sums = new long[size + 1][size + 1];
            long[] totals = new long[size + 1];
            int[] here = new int[size + 1];
            for (int row = 0; row < target.length; row++) {
                for (int f = 0; f < size; f++) {
                    here[f] = values[f][codes[f][row]];
                }
                here[size] = scoreOfCode[target[row]];
                for (int f = 0; f <= size; f++) {
                    totals[f] += here[f];
                    long[] into = sums[f];
                    long value = here[f];
                    for (int g = 0; g <= f; g++) {
                        into[g] += value * here[g];
                    }
                }
            }
            double[][] products = new double[size + 1][size + 1];
            for (int f = 0; f <= size; f++) {
                for (int g = 0; g <= f; g++) {
                    products[f][g] = sums[f][g] - (double) totals[f] * totals[g] / target.length;
                    products[g][f] = products[f][g];
                }
            }
            return new Moments(features, products);
        }

        /** Nats of a normal likelihood that a feature gains by itself. */
        double gain(int feature, double entities) {
            int y = features.size();
            double explained = products[feature][feature] > 0
                    ? products[feature][y] * products[feature][y] / products[feature][feature] / products[y][y]
                    : 0;
            return -entities / 2 * StrictMath.log1p(-Math.min(explained, 1 - 1e-9));
        }

        /** Chooses the most telling feature as long as one is worth its price; the weights of least squares, 0 where not chosen. */
        double[] select(double entities, int most) {
            int y = features.size();
            double[][] swept = new double[y + 1][];
            Arrays.setAll(swept, i -> products[i].clone());
            for (int f = 0; f < y; f++) {
                swept[f][f] += RIDGE * products[f][f];
            }
            boolean[] chosen = new boolean[y];
            for (int round = 0; round < most; round++) {
                int best = -1;
                double gained = 0;
                for (int f = 0; f < y; f++) {
                    double tolerance = swept[f][f] / Math.max(1, products[f][f]);
                    if (!chosen[f] && tolerance > 2 * RIDGE && swept[y][y] > 0) {
                        double share = swept[f][y] * swept[f][y] / swept[f][f] / swept[y][y];
                        double gain = -entities / 2 * StrictMath.log1p(-Math.min(share, 1 - 1e-9))
                                - features.get(f).price();
                        if (gain > gained) {
                            gained = gain;
                            best = f;
                        }
                    }
                }
                if (best < 0) {
                    break;
                }
                chosen[best] = true;
                sweep(swept, best);
            }
            double[] weights = new double[y];
            for (int f = 0; f < y; f++) {
                weights[f] = chosen[f] ? swept[f][y] : 0;
            }
            return weights;
        }

        /** The sweep operator (Goodnight 1979): solves for one more variable. */
        private static void sweep(double[][] a, int k) {
            double pivot = a[k][k];
            for (int i = 0; i < a.length; i++) {
                if (i != k) {
                    double factor = a[i][k] / pivot;
                    for (int j = 0; j < a.length; j++) {
                        if (j != k) {
                            a[i][j] -= factor * a[k][j];
                        }
                    }
                    a[i][k] = -factor;
                }
            }
            for (int j = 0; j < a.length; j++) {
                if (j != k) {
                    a[k][j] /= pivot;
                }
            }
            a[k][k] = 1 / pivot;
        }
    }
}

package io.understudy.model.bayes;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns the {@link Score} of one variable: an additive regression of its rank on others (Hastie and Tibshirani 1990), by boosting of
 * single cuts (Buehlmann and Yu 2003; Friedman 2001), from nothing but {@link PairTables}.
 *
 * <p>A tree needs many rows to follow a sum: every leaf of one parent has to ask about the next one again. A sum needs few, and where
 * rows are few it tells what no tree could. It takes one cut after the other, the one that explains most of what is left, and goes a
 * part of the way; it ends where the best of all cuts explains no more than twice what the best of as many would by chance.
 *
 * @param marginals    of each variable
 * @param pairs        of all variables
 * @param rowsPerEntity what a row's evidence is divided by
 */
record ScoreFit(Domain domain, List<Marginal> marginals, PairTables pairs, double rowsPerEntity) {
    private static final double STEP = 0.3;
    private static final int MOST_STEPS = 500;
    /**
     * How many times what the best of as many cuts explains by chance a cut must explain. More than once, since the rows by which
     * trees with a score are judged are not left out of the score, and rows of one entity may not be declared to be.
     */
    private static final double CAUTION = 2;
    /** The share of the variance at which what is left cannot matter. */
    private static final double LEFT = 1e-3;

    private static final int MOST_VARIABLES = 12;
    /** Points of one code at most: the whole range of the score. */
    private static final double MOST = (double) Score.SIZE * (1 << Score.BITS);

    /** A score's codes reach so many standard deviations to each side. */
    private static final double REACH = 4;

    /** The score of a variable; empty where fewer than two others tell of it, or where its codes have no order. */
    Optional<Score> fit(int variable, List<Integer> parents) {
        Variable of = domain.variable(variable);
        double[] rank = ranks(variable);
        boolean direction = of.ordered() || of.size() == 2;
        return !direction || parents.size() < 2 || rank.length < 2
                ? Optional.empty()
                : score(new Boosting(variable, rank, parents));
    }

    /** The logit of each group's middle rank, of mean zero; zero for missing values. */
    private double[] ranks(int variable) {
        long[] rows = pairs.ofGroup()[variable];
        int first = first(variable);
        long total = Arrays.stream(rows).skip(first).sum();
        double[] ranks = new double[rows.length];
        double below = 0;
        double mean = 0;
        for (int group = first; group < rows.length; group++) {
            double middle = (below + rows[group] / 2.0) / Math.max(1, total);
            ranks[group] = rows[group] == 0 ? 0 : StrictMath.log(middle / (1 - middle));
            mean += ranks[group] * rows[group] / Math.max(1, total);
            below += rows[group];
        }
        for (int group = first; group < rows.length; group++) {
            ranks[group] -= mean;
        }
        return ranks;
    }

    /** The first group of values: missing ones come before, where enough rows have none. */
    private int first(int variable) {
        Grouping grouping = pairs.groupings().get(variable);
        boolean apart = domain.variable(variable).missing() && grouping.size() > 1 && grouping.group(1) > 0;
        return apart ? 1 : 0;
    }

    /** What is explained of a variable, as far as it is. */
    private final class Boosting {
        final List<Integer> parents;
        /** What each group of each parent tells, by place of the parent. */
        final double[][] told;
        /** The sum over a group's rows of what is left to explain, by place of the parent. */
        private final double[][] left;

        private final double all;
        private double unexplained;

        Boosting(int variable, double[] rank, List<Integer> parents) {
            this.parents = parents;
            this.told = new double[parents.size()][];
            this.left = new double[parents.size()][];
            double sum = 0;
            for (int group = 0; group < rank.length; group++) {
                sum += pairs.ofGroup()[variable][group] * rank[group] * rank[group];
            }
            this.all = sum;
            this.unexplained = sum;
            int cuts = 0;
            for (int place = 0; place < told.length; place++) {
                int parent = parents.get(place);
                told[place] = new double[pairs.groups(parent)];
                left[place] = new double[pairs.groups(parent)];
                for (int group = 0; group < told[place].length; group++) {
                    for (int of = 0; of < rank.length; of++) {
                        left[place][group] += pairs.count(parent, group, variable, of) * rank[of];
                    }
                }
                cuts += told[place].length;
            }
            long rows = Arrays.stream(pairs.ofGroup()[variable]).sum();
            double chance = CAUTION * 2 * StrictMath.log(Math.max(2, cuts)) * rowsPerEntity;
            for (int step = 0; step < MOST_STEPS && unexplained > LEFT * all; step++) {
                Cut best = best();
                if (best.gain() * rows < chance * unexplained) {
                    break;
                }
                take(best);
            }
        }

        double explained() {
            return all - unexplained;
        }

        /**
         * A cut of one parent's groups in two.
         *
         * @param from first group of one side
         * @param to   first group after it
         * @param gain in the sum of squares explained
         */
        private record Cut(int place, int from, int to, double gain) {}

        private Cut best() {
            Cut best = new Cut(0, 0, 0, 0);
            for (int place = 0; place < told.length; place++) {
                int parent = parents.get(place);
                boolean ordered = domain.variable(parent).ordered();
                long[] rows = pairs.ofGroup()[parent];
                long total = Arrays.stream(rows).sum();
                long rowsIn = 0;
                double leftIn = 0;
                for (int group = 0; group < rows.length; group++) {
                    rowsIn = rows[group] + (ordered ? rowsIn : 0);
                    leftIn = left[place][group] + (ordered ? leftIn : 0);
                    if (rowsIn > 0 && rowsIn < total) {
                        double gain = leftIn * leftIn * (1.0 / rowsIn + 1.0 / (total - rowsIn));
                        if (gain > best.gain()) {
                            best = new Cut(place, ordered ? 0 : group, group + 1, gain);
                        }
                    }
                }
            }
            return best;
        }

        private void take(Cut cut) {
            int parent = parents.get(cut.place());
            long[] rows = pairs.ofGroup()[parent];
            long total = Arrays.stream(rows).sum();
            long rowsIn = Arrays.stream(rows, cut.from(), cut.to()).sum();
            double leftIn = 0;
            for (int group = cut.from(); group < cut.to(); group++) {
                leftIn += left[cut.place()][group];
            }
            double in = STEP * leftIn / rowsIn;
            double out = -STEP * leftIn / (total - rowsIn);
            for (int group = 0; group < rows.length; group++) {
                told[cut.place()][group] += group >= cut.from() && group < cut.to() ? in : out;
            }
            for (int place = 0; place < told.length; place++) {
                long[] inside = inside(cut, parents.get(place));
                long[] all = pairs.ofGroup()[parents.get(place)];
                for (int group = 0; group < all.length; group++) {
                    left[place][group] -= out * all[group] + (in - out) * inside[group];
                }
            }
            unexplained -= (2 * STEP - STEP * STEP) * cut.gain();
        }

        /** Rows inside a cut by group of a variable. */
        private long[] inside(Cut cut, int variable) {
            int parent = parents.get(cut.place());
            long[] inside = new long[pairs.groups(variable)];
            if (variable == parent) {
                System.arraycopy(pairs.ofGroup()[parent], cut.from(), inside, cut.from(), cut.to() - cut.from());
                return inside;
            }
            for (int group = cut.from(); group < cut.to(); group++) {
                for (int of = 0; of < inside.length; of++) {
                    inside[of] += pairs.count(parent, group, variable, of);
                }
            }
            return inside;
        }

        /** The variance of what a parent tells, times the rows. */
        double weight(int place) {
            long[] rows = pairs.ofGroup()[parents.get(place)];
            double sum = 0;
            for (int group = 0; group < rows.length; group++) {
                sum += rows[group] * told[place][group] * told[place][group];
            }
            return sum;
        }
    }

    private Optional<Score> score(Boosting boosting) {
        int[] places = IntStream.range(0, boosting.told.length)
                .boxed()
                .filter(place -> boosting.weight(place) > 0)
                .sorted(Comparator.comparingDouble(place -> -boosting.weight(place)))
                .limit(MOST_VARIABLES)
                .mapToInt(Integer::intValue)
                .toArray();
        if (places.length < 2) {
            return Optional.empty();
        }
        long rows = marginals.get(0).total();
        double deviation = Math.sqrt(boosting.explained() / rows);
        double unit = Score.SIZE / (2 * REACH * deviation) * (1 << Score.BITS);
        int[] variables = new int[places.length];
        int[][] points = new int[places.length][];
        for (int i = 0; i < places.length; i++) {
            variables[i] = boosting.parents.get(places[i]);
            double[] ofCode = byCode(variables[i], boosting.told[places[i]]);
            double middle = i == 0 ? (Score.SIZE / 2.0) * (1 << Score.BITS) : 0;
            points[i] = Arrays.stream(ofCode)
                    .mapToInt(told -> (int) StrictMath.rint(middle + Math.max(-MOST, Math.min(MOST, told * unit))))
                    .toArray();
        }
        return Optional.of(new Score(variables, points));
    }

    /** What each code tells: between the middles of groups in a straight line, where codes have an order. */
    private double[] byCode(int variable, double[] byGroup) {
        Grouping grouping = pairs.groupings().get(variable);
        Variable of = domain.variable(variable);
        double[] byCode = new double[of.size()];
        Arrays.setAll(byCode, code -> byGroup[grouping.group(code)]);
        if (!of.ordered() || grouping.count() == of.size()) {
            return byCode;
        }
        int first = first(variable);
        double[] rank = new double[of.size()];
        double[] middle = new double[grouping.count()];
        double below = 0;
        double belowGroup = 0;
        for (int code = 0; code < rank.length; code++) {
            long rows = marginals.get(variable).count(code);
            rank[code] = below + rows / 2.0;
            below += rows;
            int group = grouping.group(code);
            if (code + 1 == rank.length || grouping.group(code + 1) != group) {
                middle[group] = (belowGroup + below) / 2;
                belowGroup = below;
            }
        }
        for (int code = first; code < rank.length; code++) {
            int group = grouping.group(code);
            int other = rank[code] < middle[group] ? group - 1 : group + 1;
            if (other >= first && other < middle.length && middle[other] != middle[group]) {
                double part = (rank[code] - middle[group]) / (middle[other] - middle[group]);
                byCode[code] = byGroup[group] + part * (byGroup[other] - byGroup[group]);
            }
        }
        return byCode;
    }
}

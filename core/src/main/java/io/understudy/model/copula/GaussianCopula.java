package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.model.Likelihood;
import io.understudy.model.Part;
import io.understudy.random.RowNumbers;
import io.understudy.random.Sobol;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The marginals of a table joined by the dependence of a multivariate normal (Sklar 1959; Song 2000): each variable is
 * cut from a standard normal latent, and the latents are correlated.
 *
 * <p>The independent normal at place {@code i} of the order is the quantile of dimension {@code i} of {@link Sobol}. Where
 * codes are given, it is drawn within what the code's interval leaves it, one given variable after the other (Geweke 1991).
 *
 * @param domain  what is modelled
 * @param margins one per variable
 * @param order   the variables in the order of the factor
 * @param factor  lower triangle of the Cholesky factor of the latent correlations: row i of length i + 1 and norm 1
 */
public record GaussianCopula(Domain domain, List<LatentMargin> margins, List<Integer> order, double[][] factor)
        implements Likelihood {
    /** Rows that are worked on together: few enough for a batch of all variables to stay in cache. */
    private static final int BATCH = 256;

    private static final double UNIT = 0x1p-32;

    public GaussianCopula {
        margins = List.copyOf(margins);
        order = List.copyOf(order);
        if (margins.size() != domain.width() || factor.length != domain.width()) {
            throw new IllegalArgumentException(margins.size() + " margins and " + factor.length
                    + " rows of the factor for " + domain.width() + " variables");
        }
    }

    /** The correlation of two latents, -1 .. 1. */
    public double correlation(int first, int second) {
        double[] one = factor[order.indexOf(first)];
        double[] other = factor[order.indexOf(second)];
        double sum = 0;
        for (int j = 0; j < Math.min(one.length, other.length); j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }

    @Override
    public void sample(long seed, Part part, Block into) {
        requireLeading(part.given());
        int[][] codes = new int[domain.width()][into.rows()];
        part.given().forEach(v -> into.read(v, codes[v]));
        int places = 1 + lastPlace(part.wanted());
        double[][] latents = new double[Math.max(places, part.given().size())][Math.min(BATCH, into.rows())];
        List<LatentMargin.Lookup> lookups =
                margins.stream().map(LatentMargin::lookup).toList();
        Truncation truncation = new Truncation(this, part.given().size());
        for (int from = 0; from < into.rows(); from += BATCH) {
            int to = Math.min(from + BATCH, into.rows());
            draw(seed, into.numbers().slice(from, to), latents);
            truncation.condition(latents, codes, from, to);
            for (int i = places - 1; i >= 0; i--) {
                if (part.wanted().contains(order.get(i))) {
                    correlate(i, latents);
                    lookups.get(order.get(i)).encode(latents[i], codes[order.get(i)], from, to);
                }
            }
        }
        part.wanted().forEach(v -> into.write(v, codes[v]));
    }

    private int lastPlace(Set<Integer> wanted) {
        return wanted.stream().mapToInt(order::indexOf).max().orElse(-1);
    }

    /** A latent is made of normals alone, not of other variables' codes. */
    @Override
    public Set<Integer> needed(Set<Integer> wanted) {
        return wanted;
    }

    @Override
    public boolean isLedBy(List<Integer> variables) {
        return variables.size() <= order.size()
                && Set.copyOf(order.subList(0, variables.size())).equals(Set.copyOf(variables));
    }

    private void requireLeading(List<Integer> given) {
        if (!isLedBy(given)) {
            throw new IllegalArgumentException(
                    "variables " + given + " do not lead the order " + order + "; fit the model with these leading");
        }
    }

    /** Up to a constant factor, see {@link CopulaDensity}. */
    @Override
    public void logLikelihood(Block rows, double[] into) {
        new CopulaDensity(this).log(rows.toArrays(), rows.rows(), into);
    }

    /** More than one have no closed form. */
    @Override
    public boolean tellsOf(List<Integer> leading) {
        return leading.size() == 1 && isLedBy(leading);
    }

    /** Of one leading variable; more have no closed form. */
    @Override
    public void logLikelihood(List<Integer> leading, Block rows, double[] into) {
        if (!tellsOf(leading)) {
            throw new IllegalArgumentException("a copula can tell of its first variable alone, " + order.get(0)
                    + ", not of " + leading + "; condition on one column, or use model.type: bayesian-network");
        }
        double[] logs = margins.get(leading.get(0)).logProbabilities(domain.size(leading.get(0)));
        int[] codes = rows.read(leading.get(0), new int[rows.rows()]);
        Arrays.setAll(into, row -> row < codes.length ? logs[codes[row]] : into[row]);
    }

    private void draw(long seed, RowNumbers rows, double[][] normals) {
        int[] words = new int[rows.count()];
        Sobol points = Sobol.of(seed, rows);
        for (int i = 0; i < normals.length; i++) {
            points.fill(i, words);
            for (int row = 0; row < words.length; row++) {
                normals[i][row] = Normal.quantile((Integer.toUnsignedLong(words[row]) + 0.5) * UNIT);
            }
        }
    }

    /** Puts row v of the factor times the normals in their place; done from the last v down, it spoils none still needed. */
    private void correlate(int v, double[][] normals) {
        double[] row = factor[v];
        double[] sum = normals[v];
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= row[v];
        }
        for (int j = 0; j < v; j++) {
            double weight = row[j];
            double[] normal = normals[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * normal[i];
            }
        }
    }
}

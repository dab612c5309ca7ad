package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Sobol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrects conditional distributions for how often the model's own rows reach their leaves (raking: Deming and Stephan 1940).
 *
 * <p>A tree's distributions are those of real rows, leaf by leaf. Rows that are drawn reach a leaf as often as the columns
 * before it let them, which is not quite as often as real rows do, and leaves lean on their ancestors; so the column as a
 * whole drifts from its shares, the further the more codes it has. Rows of the model are drawn column after column, and
 * before a column is drawn its distributions are tilted, all alike, by how much more or less likely each code must get for
 * the column to have its shares again.
 *
 * <p>Nothing is learned from real rows beyond the shares of single columns, of codes that at least k of them have. A share of the
 * model that a pilot tells only roughly is corrected in part.
 */
final class Raking {
    /** Rows of the model that are looked at, where a table is not very wide. */
    private static final int ROWS = 1 << 18;
    /** Codes of these rows in all: they are held in memory. */
    private static final int CELLS = 1 << 26;

    private static final int BATCH = 1 << 12;
    private static final long SEED = 0x4A4B45;
    private static final int ROUNDS = 8;
    /** The factor of a code at most, and one divided by it at least. */
    private static final double MOST = 4;
    /** How far columns drift, as a share of a code's rows: what a pilot's own error is weighed against. */
    private static final double DRIFT = 0.2;

    /** Rows of the model, as far as they are drawn. */
    private final List<Block> pilot = new ArrayList<>();

    private final List<TreeCpd> raked = new ArrayList<>();

    private final int least;

    private Raking(Domain domain, int least) {
        this.least = least;
        int rows = Math.max(BATCH, Math.min(ROWS, CELLS / Math.max(1, domain.width())) / BATCH * BATCH);
        for (int from = 0; from < rows; from += BATCH) {
            pilot.add(Block.empty(domain, from, BATCH));
        }
    }

    /**
     * Leaves that belong together and what they are to give.
     *
     * @param leaves how many; they follow those of the aim before
     * @param rows   real ones that reach them, by code
     */
    record Aim(int leaves, long[] rows) {}

    /**
     * A conditional distribution and what it is to give.
     *
     * @param aims for all its leaves, in their order
     */
    record Aimed(TreeCpd cpd, List<Aim> aims) {}

    /**
     * The conditional distributions of a network, raked.
     *
     * @param aimed parents before children
     * @param least rows that a code must have; others keep their chances
     */
    static List<TreeCpd> raked(Domain domain, List<Aimed> aimed, int least) {
        Raking raking = new Raking(domain, least);
        aimed.forEach(raking::rake);
        return raking.raked;
    }

    private void rake(Aimed aimed) {
        TreeCpd cpd = aimed.cpd();
        long[] reached = reached(cpd.tree());
        double[][] tilts = new double[reached.length][];
        int from = 0;
        for (Aim aim : aimed.aims()) {
            Arrays.fill(tilts, from, from + aim.leaves(), tilt(cpd.distributions(), from, reached, aim));
            from += aim.leaves();
        }
        TreeCpd tilted =
                new TreeCpd(cpd.variable(), cpd.tree(), cpd.distributions().tilted(tilts), cpd.smallestLeaf());
        draw(tilted, raked.size());
        raked.add(tilted);
    }

    /**
     * How much likelier each code must get in some leaves for rows that reach them to have it as often as real ones do.
     *
     * @param reached rows of the model by leaf
     */
    private double[] tilt(Distributions distributions, int from, long[] reached, Aim aim) {
        double[] tilt = new double[aim.rows().length];
        Arrays.fill(tilt, 1);
        long[] rows = new long[reached.length];
        System.arraycopy(reached, from, rows, from, aim.leaves());
        double share = (double) Arrays.stream(rows).sum()
                / Math.max(1, Arrays.stream(aim.rows()).sum());
        double[] wanted =
                wanted(distributions.mixed(rows, tilt), distributions.concentrations(rows, tilt.length), aim, share);
        for (int round = 0; round < ROUNDS; round++) {
            double[] had = distributions.mixed(rows, tilt);
            for (int code = 0; code < tilt.length; code++) {
                if (had[code] > 0 && wanted[code] > 0) {
                    tilt[code] = Math.max(1 / MOST, Math.min(MOST, tilt[code] * wanted[code] / had[code]));
                }
            }
        }
        return tilt;
    }

    /**
     * Rows of the pilot that are to have each code: between how many it has and how many it should, nearer to the latter the less
     * of the difference is likely to be the pilot's own error. Its variance, as of a multinomial number of rows by leaf, is the code's
     * rows times what their mean chance of it exceeds that of all rows by.
     */
    private double[] wanted(double[] had, double[] concentration, Aim aim, double share) {
        double[] wanted = had.clone();
        double all = share * Arrays.stream(aim.rows()).sum();
        for (int code = 0; code < wanted.length; code++) {
            if (had[code] > 0 && aim.rows()[code] >= least) {
                double error = Math.max(0, concentration[code] - had[code] / all) / had[code];
                double trust = 1 / (1 + error / (DRIFT * DRIFT));
                wanted[code] += trust * (share * aim.rows()[code] - had[code]);
            }
        }
        return wanted;
    }

    /** How many rows come to each leaf. */
    private long[] reached(Tree tree) {
        long[] rows = new long[tree.leaves()];
        for (Block block : pilot) {
            new Routing(columns(block, tree), BATCH).part(tree, (leaf, at, from, to) -> rows[leaf] += to - from);
        }
        return rows;
    }

    private void draw(TreeCpd cpd, int place) {
        int[] words = new int[BATCH];
        for (Block block : pilot) {
            int[][] columns = columns(block, cpd.tree());
            columns[cpd.variable()] = new int[BATCH];
            Sobol.of(SEED, block.numbers()).fill(place, words);
            cpd.draw(columns, new Routing(columns, BATCH), words);
            block.write(cpd.variable(), columns[cpd.variable()]);
        }
    }

    private static int[][] columns(Block block, Tree tree) {
        int[][] columns = new int[block.width()][];
        tree.variables().forEach(v -> columns[v] = block.read(v, new int[BATCH]));
        return columns;
    }
}

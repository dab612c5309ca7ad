package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Sobol;
import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrects each conditional distribution for how often the model's own rows reach its leaves (raking: Deming and Stephan
 * 1940).
 *
 * <p>A tree's distributions are those of real rows, leaf by leaf. Rows that are drawn reach a leaf as often as the columns
 * before it let them, which is not quite as often as real rows do, and leaves lean on their ancestors; so the column as a
 * whole drifts from its shares, the further the more codes it has. Rows of the model are drawn column after column, and
 * before a column is drawn its distributions are tilted, all alike, by how much more or less likely each code must get for
 * the column to have its shares again.
 *
 * <p>Nothing is learned from real rows beyond the shares of single columns, of which every code has at least k of them.
 *
 * @param domain of the model
 * @param shares of each variable among the rows that were learned from
 */
record Raking(Domain domain, List<Marginal> shares) {
    /** Rows of the model that are looked at: enough for a leaf to be met as often as it is counted from. */
    private static final int ROWS = 1 << 18;
    /** Codes of these rows in all: they are held in memory. */
    private static final int CELLS = 1 << 24;

    private static final int BATCH = 1 << 12;
    private static final long SEED = 0x4A4B45;
    private static final int ROUNDS = 8;
    /** How many times as likely, or as unlikely, a code gets at most. */
    private static final double MOST = 4;

    /** The same conditional distributions, raked; in their order. */
    List<TreeCpd> raked(List<TreeCpd> cpds) {
        Pilot pilot = new Pilot(domain);
        List<TreeCpd> raked = new ArrayList<>();
        for (TreeCpd cpd : cpds) {
            long[] rowsOfLeaf = pilot.reach(cpd.tree());
            TreeCpd tilted = new TreeCpd(
                    cpd.variable(),
                    cpd.tree(),
                    raked(cpd.distributions(), rowsOfLeaf, shares.get(cpd.variable())),
                    cpd.smallestLeaf());
            raked.add(tilted);
            pilot.draw(tilted, raked.size() - 1);
        }
        return raked;
    }

    private static Distributions raked(Distributions distributions, long[] rowsOfLeaf, Marginal shares) {
        double[] wanted = Arrays.stream(shares.counts())
                .mapToDouble(count -> (double) count / shares.total())
                .toArray();
        long rows = Arrays.stream(rowsOfLeaf).sum();
        double[] tilt = new double[wanted.length];
        Arrays.fill(tilt, 1);
        if (rows == 0 || shares.total() == 0) {
            return distributions;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] had = distributions.mixed(rowsOfLeaf, rows, tilt);
            for (int code = 0; code < tilt.length; code++) {
                if (had[code] > 0 && wanted[code] > 0) {
                    tilt[code] = Math.max(1 / MOST, Math.min(MOST, tilt[code] * wanted[code] / had[code]));
                }
            }
        }
        return distributions.tilted(tilt);
    }

    /** Rows of the model, as far as they are drawn. */
    private static final class Pilot {
        private final List<Block> blocks = new ArrayList<>();

        Pilot(Domain domain) {
            int rows = Math.max(BATCH, Math.min(ROWS, CELLS / Math.max(1, domain.width())) / BATCH * BATCH);
            for (int from = 0; from < rows; from += BATCH) {
                blocks.add(Block.empty(domain, from, BATCH));
            }
        }

        /** How many rows come to each leaf. */
        long[] reach(Tree tree) {
            long[] rows = new long[tree.leaves()];
            for (Block block : blocks) {
                routing(block, tree).part(tree, (leaf, at, from, to) -> rows[leaf] += to - from);
            }
            return rows;
        }

        void draw(TreeCpd cpd, int place) {
            int[] words = new int[BATCH];
            for (Block block : blocks) {
                int[][] columns = columns(block, cpd.tree());
                columns[cpd.variable()] = new int[BATCH];
                Sobol.of(SEED, block.numbers()).fill(place, words);
                cpd.draw(columns, new Routing(columns, BATCH), words, cpd.distributions());
                block.write(cpd.variable(), columns[cpd.variable()]);
            }
        }

        private static Routing routing(Block block, Tree tree) {
            return new Routing(columns(block, tree), block.rows());
        }

        private static int[][] columns(Block block, Tree tree) {
            int[][] columns = new int[block.width()][];
            tree.variables().forEach(v -> columns[v] = block.read(v, new int[block.rows()]));
            return columns;
        }
    }
}

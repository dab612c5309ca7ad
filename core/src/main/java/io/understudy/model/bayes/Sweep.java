package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.model.Known;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws codes anew, one variable after the other from the last on, each given all others of its row: in proportion to its
 * probability given its parents and to those of the codes that it is a parent of.
 *
 * @param cpds parents before children
 */
record Sweep(List<TreeCpd> cpds) {
    /** Chances that are held at a time. */
    private static final int CELLS = 1 << 19;

    void move(long seed, Known known, Block block) {
        int[][] columns = block.toArrays();
        long[] bits = new long[block.rows()];
        for (int place = cpds.size() - 1; place >= 0; place--) {
            TreeCpd cpd = cpds.get(place);
            int variable = cpd.variable();
            if (!known.concerns(variable) || known.everywhere(variable)) {
                continue;
            }
            Philox.fill(seed, block.numbers(), variable, bits);
            int[] unknown = IntStream.range(0, block.rows())
                    .filter(row -> !known.rows(variable)[row])
                    .toArray();
            Redraw redraw = new Redraw(cpd, children(place, known), size(cpd), known.present(variable) ? 1 : 0);
            int step = Math.max(1, CELLS / redraw.size);
            for (int from = 0; from < unknown.length; from += step) {
                int[] rows = Arrays.copyOfRange(unknown, from, Math.min(unknown.length, from + step));
                redraw.at(rows, columns, bits);
            }
            block.write(variable, columns[variable]);
        }
    }

    /** One more than the largest code that is ever drawn. */
    private static int size(TreeCpd cpd) {
        return 1 + Arrays.stream(cpd.distributions().codes()).max().orElse(0);
    }

    private List<TreeCpd> children(int place, Known known) {
        int variable = cpds.get(place).variable();
        return cpds.subList(place + 1, cpds.size()).stream()
                .filter(child -> known.concerns(child.variable())
                        && child.tree().variables().contains(variable))
                .toList();
    }

    /**
     * One variable.
     *
     * @param size  of its codes
     * @param least of those that may be drawn
     */
    private record Redraw(TreeCpd cpd, List<TreeCpd> children, int size, int least) {

        void at(int[] rows, int[][] columns, long[] bits) {
            int[][] codes = gathered(rows, columns);
            double[][] logs = new double[size][rows.length];
            for (double[] ofCode : logs) {
                Arrays.fill(ofCode, Double.NEGATIVE_INFINITY);
            }
            own(codes, logs);
            for (int code = least; code < size; code++) {
                Arrays.fill(codes[cpd.variable()], code);
                double[] ofCode = logs[code];
                for (TreeCpd child : children) {
                    Distributions distributions = child.distributions();
                    int[] ofChild = codes[child.variable()];
                    new Routing(codes, rows.length).part(child.tree(), (leaf, order, from, to) -> {
                        for (int at = from; at < to; at++) {
                            ofCode[order[at]] += distributions.logChance(leaf, ofChild[order[at]]);
                        }
                    });
                }
            }
            for (int i = 0; i < rows.length; i++) {
                int drawn = drawn(logs, i, Hash.uniform(bits[rows[i]]));
                columns[cpd.variable()][rows[i]] = drawn < 0 ? columns[cpd.variable()][rows[i]] : drawn;
            }
        }

        /** The codes that matter, of some rows. */
        private int[][] gathered(int[] rows, int[][] columns) {
            List<TreeCpd> all = new ArrayList<>(children);
            all.add(cpd);
            int[][] codes = new int[columns.length][];
            for (TreeCpd one : all) {
                IntStream.concat(
                                IntStream.of(one.variable()),
                                one.tree().variables().stream().mapToInt(Integer::intValue))
                        .filter(v -> codes[v] == null)
                        .forEach(v -> codes[v] =
                                Arrays.stream(rows).map(row -> columns[v][row]).toArray());
            }
            return codes;
        }

        private void own(int[][] codes, double[][] logs) {
            Distributions distributions = cpd.distributions();
            new Routing(codes, logs[0].length).part(cpd.tree(), (leaf, order, from, to) -> {
                for (int at = distributions.offset()[leaf]; at < distributions.offset()[leaf + 1]; at++) {
                    int code = distributions.codes()[at];
                    double log = code < least ? Double.NEGATIVE_INFINITY : distributions.logChance(leaf, code);
                    for (int i = from; i < to; i++) {
                        logs[code][order[i]] = log;
                    }
                }
            });
        }

        /** A code in proportion to its chance, negative where none has any. */
        private int drawn(double[][] logs, int row, double uniform) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int code = least; code < size; code++) {
                largest = Math.max(largest, logs[code][row]);
            }
            if (largest == Double.NEGATIVE_INFINITY) {
                return -1;
            }
            double sum = 0;
            for (int code = least; code < size; code++) {
                logs[code][row] = StrictMath.exp(logs[code][row] - largest);
                sum += logs[code][row];
            }
            double left = uniform * sum;
            int last = -1;
            for (int code = least; code < size; code++) {
                if (logs[code][row] > 0) {
                    last = code;
                    left -= logs[code][row];
                    if (left < 0) {
                        return code;
                    }
                }
            }
            return last;
        }
    }
}

package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.List;
import java.util.stream.IntStream;

/** What an attacker sees of single columns of the synthetic table: which values there are, and how often. */
final class Released {
    private final Space space;
    /** By variable: the codes that occur, ascending. */
    private final int[][] codes;
    /** By variable: the rows of each of them. */
    private final long[][] counts;

    private Released(Space space, List<Marginal> columns) {
        this.space = space;
        codes = new int[columns.size()][];
        counts = new long[columns.size()][];
        for (int v = 0; v < codes.length; v++) {
            long[] all = columns.get(v).counts();
            codes[v] =
                    IntStream.range(0, all.length).filter(code -> all[code] > 0).toArray();
            counts[v] = IntStream.of(codes[v]).mapToLong(code -> all[code]).toArray();
        }
    }

    /** One pass over the synthetic table. */
    static Released of(Assessed tables) {
        Domain domain = tables.space().domain();
        return new Released(tables.space(), tables.synthetic().compute(Marginals.ofColumns(domain)));
    }

    int width() {
        return codes.length;
    }

    Variable variable(int variable) {
        return space.domain().variable(variable);
    }

    boolean ordered(int variable) {
        return space.axes().get(variable) instanceof Space.Numbers;
    }

    boolean missing(int variable, int code) {
        return code == 0 && variable(variable).missing();
    }

    /** The codes that occur, ascending. */
    int[] codes(int variable) {
        return codes[variable];
    }

    /** The rows of each of {@link #codes}. */
    long[] counts(int variable) {
        return counts[variable];
    }

    /** The lower median without missing values; -1 where there are no others. */
    int median(int variable) {
        int from = codes[variable].length > 0 && missing(variable, codes[variable][0]) ? 1 : 0;
        long present = 0;
        for (int i = from; i < codes[variable].length; i++) {
            present += counts[variable][i];
        }
        long seen = 0;
        for (int i = from; i < codes[variable].length; i++) {
            seen += counts[variable][i];
            if (2 * seen >= present) {
                return codes[variable][i];
            }
        }
        return -1;
    }
}

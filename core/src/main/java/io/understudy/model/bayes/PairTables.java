package io.understudy.model.bayes;

import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often groups of codes of any two variables come together: coarse contingency tables, counted in one pass over all rows.
 *
 * @param groupings by variable
 * @param ofGroup   rows by variable and group
 * @param tables    by variable and a later one: rows by group of both, the later's running faster
 */
record PairTables(List<Grouping> groupings, long[][] ofGroup, long[][][] tables) {
    /** Cells of all tables together: 64 MiB. */
    private static final long MOST_CELLS = 1 << 23;

    private static final int MOST_GROUPS = 32;
    private static final int LEAST_GROUPS = 4;

    /** @param least rows in every group that has any */
    static PairTables count(Table table, List<Marginal> marginals, long least) {
        Domain domain = table.domain();
        int width = domain.width();
        List<Grouping> groupings = groupings(domain, marginals, least);
        long[][] ofGroup = new long[width][];
        for (int v = 0; v < width; v++) {
            long[] groups = new long[groupings.get(v).count()];
            Grouping grouping = groupings.get(v);
            marginals.get(v).forEach((code, count) -> groups[grouping.group((int) code)] += count);
            ofGroup[v] = groups;
        }
        long[][][] tables = new long[width][width][];
        if (width > 1) {
            for (Marginal pair : table.compute(new Marginals(domain, pairs(width), groupings))) {
                int earlier = pair.clique().variables().get(0);
                int later = pair.clique().variables().get(1);
                tables[earlier][later] = pair.counts();
            }
        }
        return new PairTables(groupings, ofGroup, tables);
    }

    private static List<Clique> pairs(int width) {
        List<Clique> pairs = new ArrayList<>();
        for (int a = 0; a < width; a++) {
            for (int b = a + 1; b < width; b++) {
                pairs.add(Clique.of(a, b));
            }
        }
        return pairs;
    }

    private static List<Grouping> groupings(Domain domain, List<Marginal> marginals, long least) {
        int width = domain.width();
        long pairs = (long) width * (width - 1) / 2;
        int most = (int) Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, Math.sqrt((double) MOST_CELLS / pairs)));
        return IntStream.range(0, width)
                .mapToObj(v -> grouping(domain.variable(v), marginals.get(v), most)
                        .joined(marginals.get(v), least, domain.variable(v).ordered()))
                .toList();
    }

    private static Grouping grouping(Variable of, Marginal codes, int most) {
        return of.ordered() ? Grouping.equalMass(codes, most, of.missing()) : Grouping.frequent(codes, most - 1);
    }

    /** How many groups a variable has. */
    int groups(int variable) {
        return ofGroup[variable].length;
    }

    /** Rows in a group of each of two variables. */
    long count(int one, int group, int other, int groupOfOther) {
        return one < other
                ? tables[one][other][group * groups(other) + groupOfOther]
                : tables[other][one][groupOfOther * groups(one) + group];
    }

    /** Mutual information of two variables' groups in nats, less what unrelated variables show by chance (Miller 1955). */
    double information(int one, int other) {
        long[] counts = one < other ? tables[one][other] : tables[other][one];
        long total = sum(ofGroup[one]);
        double joint = nLogN(counts) + nLogN(total) - nLogN(ofGroup[one]) - nLogN(ofGroup[other]);
        double chance = (occurring(ofGroup[one]) - 1) * (occurring(ofGroup[other]) - 1) / 2;
        return total == 0 ? 0 : (joint - chance) / total;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double nLogN(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += nLogN(count);
        }
        return sum;
    }

    private static double occurring(long[] counts) {
        int occurring = 0;
        for (long count : counts) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring;
    }

    private static double nLogN(long n) {
        return n < 2 ? 0 : n * StrictMath.log((double) n);
    }
}

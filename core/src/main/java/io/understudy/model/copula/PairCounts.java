package io.understudy.model.copula;

import io.understudy.domain.Block;
import io.understudy.stat.Statistic;
import java.util.List;

/** Contingency tables of all pairs of variables at their levels, in one pass; one array a pair, row-major. */
record PairCounts(List<Levels> levels) implements Statistic<long[][], PairTables> {
    PairCounts {
        levels = List.copyOf(levels);
    }

    @Override
    public long[][] zero() {
        int width = levels.size();
        long[][] counts = new long[PairTables.pairs(width)][];
        for (int b = 1; b < width; b++) {
            for (int a = 0; a < b; a++) {
                int cells = levels.get(a).count() * levels.get(b).count();
                counts[PairTables.index(a, b)] = new long[cells];
            }
        }
        return counts;
    }

    @Override
    public long[][] add(long[][] counts, Block block) {
        int[][] rows = levels(block);
        for (int b = 1; b < rows.length; b++) {
            for (int a = 0; a < b; a++) {
                count(rows[a], rows[b], levels.get(b).count(), counts[PairTables.index(a, b)]);
            }
        }
        return counts;
    }

    private static void count(int[] first, int[] second, int columns, long[] cells) {
        for (int row = 0; row < first.length; row++) {
            cells[first[row] * columns + second[row]]++;
        }
    }

    private int[][] levels(Block block) {
        int[][] rows = block.toArrays();
        for (int v = 0; v < rows.length; v++) {
            Levels of = levels.get(v);
            int[] codes = rows[v];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = of.level(codes[row]);
            }
        }
        return rows;
    }

    @Override
    public long[][] merge(long[][] left, long[][] right) {
        return Counts.add(left, right);
    }

    @Override
    public PairTables finish(long[][] counts) {
        return new PairTables(levels.stream().mapToInt(Levels::count).toArray(), counts);
    }
}

package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Statistic;
import java.util.List;

/** How many rows of each code reach each leaf of each variable's tree; cell {@code leaf * size + code}. */
record LeafCounts(Domain domain, List<Tree> trees) implements Statistic<CellCounts[], List<CellCounts>> {

    @Override
    public CellCounts[] zero() {
        CellCounts[] counts = new CellCounts[trees.size()];
        for (int v = 0; v < counts.length; v++) {
            counts[v] = CellCounts.of((long) trees.get(v).leaves() * domain.size(v));
        }
        return counts;
    }

    @Override
    public CellCounts[] add(CellCounts[] counts, Block block) {
        int[][] columns = block.toArrays();
        Routing routing = new Routing(columns, block.rows());
        for (int v = 0; v < counts.length; v++) {
            CellCounts cells = counts[v];
            long size = domain.size(v);
            int[] codes = columns[v];
            routing.part(trees.get(v), (leaf, rows, from, to) -> {
                for (int i = from; i < to; i++) {
                    cells.increment(leaf * size + codes[rows[i]]);
                }
            });
        }
        return counts;
    }

    @Override
    public CellCounts[] merge(CellCounts[] left, CellCounts[] right) {
        for (int v = 0; v < left.length; v++) {
            left[v] = left[v].merge(right[v]);
        }
        return left;
    }

    @Override
    public List<CellCounts> finish(CellCounts[] counts) {
        return List.of(counts);
    }
}

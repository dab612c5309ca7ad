package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Statistic;
import java.util.List;

/**
 * How many rows of each code reach each leaf of each variable's tree; cell {@code leaf * size + code}.
 *
 * @param variables whose codes are counted
 * @param trees     one each
 */
record LeafCounts(Domain domain, List<Integer> variables, List<Tree> trees)
        implements Statistic<CellCounts[], List<CellCounts>> {

    @Override
    public CellCounts[] zero() {
        CellCounts[] counts = new CellCounts[trees.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = CellCounts.of((long) trees.get(i).leaves() * domain.size(variables.get(i)));
        }
        return counts;
    }

    @Override
    public CellCounts[] add(CellCounts[] counts, Block block) {
        int[][] columns = block.toArrays();
        Routing routing = new Routing(columns, block.rows());
        for (int i = 0; i < counts.length; i++) {
            CellCounts cells = counts[i];
            long size = domain.size(variables.get(i));
            int[] codes = columns[variables.get(i)];
            routing.part(trees.get(i), (leaf, rows, from, to) -> {
                for (int at = from; at < to; at++) {
                    cells.increment(leaf * size + codes[rows[at]]);
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

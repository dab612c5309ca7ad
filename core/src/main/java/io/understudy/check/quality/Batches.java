package io.understudy.check.quality;

import io.understudy.domain.Clique;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;

/**
 * Contingency tables in as few passes as memory allows.
 *
 * @param template how codes are grouped; its own cliques do not matter
 * @param maxCells that are counted in a pass
 * @param mostRows of any table that is counted: no table of counts has more cells than that
 */
record Batches(Marginals template, int maxCells, long mostRows) {

    /** How many cells of a table may occur. */
    long cells(Clique clique) {
        return Math.min(template.cells(clique), mostRows);
    }

    /** One statistic a pass; a table of more cells than a pass should count has one of its own. */
    List<Marginals> of(List<Clique> cliques) {
        List<Marginals> batches = new ArrayList<>();
        List<Clique> batch = new ArrayList<>();
        long cells = 0;
        for (Clique clique : cliques) {
            cells += cells(clique);
            if (cells > maxCells && !batch.isEmpty()) {
                batches.add(counted(batch));
                batch.clear();
                cells = cells(clique);
            }
            batch.add(clique);
        }
        if (!batch.isEmpty()) {
            batches.add(counted(batch));
        }
        return batches;
    }

    private Marginals counted(List<Clique> cliques) {
        return new Marginals(template.domain(), cliques, template.groupings());
    }
}

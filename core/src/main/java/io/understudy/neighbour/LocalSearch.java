package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Fold;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Statistic;
import io.understudy.stat.Table;
import java.util.List;

/**
 * Searches in memory, one index a reference: the twin that distributed searches are tested against.
 *
 * @param space what the codes of all tables mean
 * @param seed  of the sample of queries where there are more than {@link Search#MAX_QUERIES}
 */
public record LocalSearch(Space space, long seed) implements Search {

    @Override
    public <S, R> R compute(Table queries, List<Table> references, Fold<Nearest, S, R> fold) {
        List<BoxTree> trees = references.stream().map(this::index).toList();
        Table asked = queries.rows() <= MAX_QUERIES
                ? queries
                : new LocalTable(space.domain(), List.of(queries.sample(MAX_QUERIES, seed)));
        return asked.compute(new Ask<>(trees, fold));
    }

    @Override
    public <S, R> R ask(Table reference, Fold<Turn, S, R> fold) {
        return fold.finish(fold.add(fold.zero(), new Turn(index(reference), 0, 1)));
    }

    private BoxTree index(Table reference) {
        int rows = Math.toIntExact(reference.rows());
        return BoxTree.of(space, List.of(reference.sample(rows, seed)));
    }

    /** Looks up every block of queries in all trees. */
    private record Ask<S, R>(List<BoxTree> trees, Fold<Nearest, S, R> fold) implements Statistic<S, R> {
        @Override
        public S zero() {
            return fold.zero();
        }

        @Override
        public S add(S state, Block block) {
            return fold.add(
                    state,
                    new Nearest(trees.stream().map(tree -> tree.nearest(block)).toList()));
        }

        @Override
        public S merge(S left, S right) {
            return fold.merge(left, right);
        }

        @Override
        public R finish(S state) {
            return fold.finish(state);
        }
    }
}

package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.stat.Fold;
import io.understudy.stat.LocalTable;
import io.understudy.stat.Statistic;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches in memory, one index a reference: the twin that distributed searches are tested against.
 *
 * @param space what the codes of all tables mean
 * @param seed  of the sample of queries where there are more than {@link Search#MAX_QUERIES}
 */
public record LocalSearch(Space space, long seed) implements Search {

    @Override
    public <S, R> R inTurn(Table queries, List<Leg> legs, Fold<Nearest, S, R> fold) {
        List<Indexed> indexed = legs.stream()
                .map(leg ->
                        new Indexed(leg.references().stream().map(this::index).toList(), leg.asked()))
                .toList();
        Table asked = queries.rows() <= MAX_QUERIES
                ? queries
                : new LocalTable(space.domain(), List.of(queries.sample(MAX_QUERIES, seed)));
        return asked.compute(new Ask<>(indexed, fold));
    }

    @Override
    public <S, R> R ask(Table reference, Fold<Turn, S, R> fold) {
        return fold.finish(fold.add(fold.zero(), new Turn(index(reference), 0, 1)));
    }

    private BoxTree index(Table reference) {
        int rows = Math.toIntExact(reference.rows());
        return BoxTree.of(space, List.of(reference.sample(rows, seed)));
    }

    /** A leg. */
    private record Indexed(List<BoxTree> trees, Limits.Choice asked) {
        Nearest after(Nearest before, Block block) {
            Limits limits = asked.limits(block.rows(), before);
            List<Neighbours> found = new ArrayList<>(before.references());
            trees.forEach(tree -> found.add(tree.nearest(block, limits)));
            return new Nearest(found);
        }
    }

    /** Looks up every block of queries in all trees. */
    private record Ask<S, R>(List<Indexed> legs, Fold<Nearest, S, R> fold) implements Statistic<S, R> {
        @Override
        public S zero() {
            return fold.zero();
        }

        @Override
        public S add(S state, Block block) {
            Nearest found = new Nearest(List.of());
            for (Indexed leg : legs) {
                found = leg.after(found, block);
            }
            return fold.add(state, found);
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

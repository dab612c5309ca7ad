package io.understudy.check.privacy.disclosure;

import io.understudy.check.Owned;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.random.Hash;
import io.understudy.stat.LongCounts;
import io.understudy.stat.Statistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts the entities that have every combination of quasi-identifiers, and every value of a sensitive column within it: one
 * pass over rows of which all that are one entity's lie in one block. So what is kept is as little as of rows, and is exact:
 * no entity is ever looked for in two places.
 *
 * @param statistic over the variables of the rows
 * @param side      the variable that says which side a row is on
 * @param entity    the variable that says whose a row is
 */
record CountEntities(CountCombinations statistic, int side, int entity)
        implements Statistic<RealCombinations, RealCombinations> {

    /**
     * Counts real rows.
     *
     * @param statistic over the variables of a domain
     */
    static RealCombinations compute(Owned owned, CountCombinations statistic, Domain domain) {
        Domain own = owned.rows().domain();
        CountCombinations there = new CountCombinations(
                statistic.quasiIdentifiers().stream()
                        .map(variable -> position(own, domain, variable))
                        .toList(),
                statistic.sensitive().stream()
                        .map(column -> column.at(position(own, domain, column.variable())))
                        .toList(),
                statistic.most());
        return owned.rows().together(owned.entity()).compute(new CountEntities(there, owned.side(), owned.entity()));
    }

    private static int position(Domain own, Domain domain, int variable) {
        String name = domain.variable(variable).name();
        return IntStream.range(0, own.width())
                .filter(v -> own.variable(v).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RealCombinations zero() {
        return new RealCombinations(statistic.zero(), statistic.zero(), statistic.zero());
    }

    @Override
    public RealCombinations add(RealCombinations state, Block block) {
        Rows rows = new Rows(
                statistic.hashes(block),
                block.read(side, new int[block.rows()]),
                byEntity(block.read(entity, new int[block.rows()])));
        rows.count(state);
        for (int position = 0; position < statistic.sensitive().size(); position++) {
            rows.count(state, statistic.values(block, position));
        }
        return state;
    }

    /** Every row in the lower half of a number, its entity in the upper half; ascending. */
    private static long[] byEntity(int[] entities) {
        long[] order = new long[entities.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = (long) entities[row] << Integer.SIZE | row;
        }
        Arrays.sort(order);
        return order;
    }

    @Override
    public RealCombinations merge(RealCombinations left, RealCombinations right) {
        return left.merge(right);
    }

    @Override
    public RealCombinations finish(RealCombinations state) {
        return state;
    }

    /** The rows of a block, entity after entity. */
    private static final class Rows {
        private final long[] combinations;
        private final int[] sides;
        private final long[] byEntity;

        private Rows(long[] combinations, int[] sides, long[] byEntity) {
            this.combinations = combinations;
            this.sides = sides;
            this.byEntity = byEntity;
        }

        private static int entity(long of) {
            return (int) (of >>> Integer.SIZE);
        }

        /** Counts rows, and of those of an entity in one combination all but the first as repeats. */
        private void count(RealCombinations state) {
            for (long of : byEntity) {
                of(state, (int) of).add(combinations[(int) of], CountCombinations.ROWS, 1);
            }
            Seen seen = new Seen();
            for (long of : byEntity) {
                int row = (int) of;
                seen.begin(entity(of));
                if (!seen.first(combinations[row], sides[row])) {
                    of(state, row).add(combinations[row], CountCombinations.REPEATS, 1);
                } else if (seen.last(combinations[row], sides[row])) {
                    state.both().add(combinations[row], CountCombinations.REPEATS, 1);
                }
            }
        }

        /** Counts each of an entity's values in a combination once. */
        private void count(RealCombinations state, long[] values) {
            Seen seen = new Seen();
            for (long of : byEntity) {
                int row = (int) of;
                seen.begin(entity(of));
                long key = Hash.combine(combinations[row], values[row]);
                if (seen.first(key, sides[row])) {
                    of(state, row).add(combinations[row], values[row], 1);
                    if (seen.last(key, sides[row])) {
                        state.both().add(combinations[row], values[row], 1);
                    }
                }
            }
        }

        private Combinations of(RealCombinations state, int row) {
            return sides[row] == Owned.TRAIN ? state.train() : state.holdout();
        }
    }

    /** What was seen of one entity. */
    private static final class Seen {
        private int entity = Owned.NOBODY;
        private LongCounts keys = new LongCounts();

        void begin(int next) {
            if (next != entity || next == Owned.NOBODY) {
                entity = next;
                keys = new LongCounts();
            }
        }

        /** Whether the entity has a key on a side for the first time, as it has from now on. */
        boolean first(long key, int side) {
            return keys.add(Hash.combine(key, side), 1) == 1;
        }

        /** Whether it has the key on the other side too. */
        boolean last(long key, int side) {
            return keys.get(Hash.combine(key, Owned.HOLDOUT - side)) > 0;
        }
    }
}

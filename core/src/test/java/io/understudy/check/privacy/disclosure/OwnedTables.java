package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;
import io.understudy.check.Owned;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Rows of labels with whose they are, as they come and coded. */
record OwnedTables(List<Real> real, List<int[]> synthetic) {
    static final List<String> KNOWN = List.of("c", "a", "b");
    static final List<String> SECRET = List.of("s", "t");
    private static final Domain DOMAIN = new Domain(List.of(
            Variable.nominal("t", 3),
            Variable.nominal("a", 7),
            Variable.nominal("b", 5),
            Variable.nominal("s", 4),
            Variable.nominal("c", 9)));
    /** What is asked of owners is some variables, in an order of their own. */
    private static final List<Integer> ASKED = List.of(3, 1, 2, 0, 4);

    /** A real row. */
    record Real(int[] codes, int side, int entity) {}

    /**
     * Rows of entities that mostly keep their values and now and then change one.
     *
     * @param shared whether entities have rows on both sides
     */
    static OwnedTables random(long seed, int entities, boolean shared) {
        Random random = new Random(seed);
        List<Real> real = new ArrayList<>();
        List<int[]> synthetic = new ArrayList<>();
        for (int entity = 0; entity < entities; entity++) {
            int[] own = row(random);
            int side = random.nextInt(2);
            int rows = 1 + random.nextInt(random.nextInt(8) == 0 ? 20 : 3);
            for (int row = 0; row < rows; row++) {
                int of = entity % 11 == 0 ? Owned.NOBODY : Owned.code(entity * 7_919L);
                real.add(new Real(own.clone(), shared ? random.nextInt(2) : side, of));
                int changed = random.nextInt(8);
                if (changed < own.length) {
                    own[changed] = random.nextInt(DOMAIN.size(changed));
                }
            }
            synthetic.add(random.nextInt(4) == 0 ? own : row(random));
        }
        return new OwnedTables(real, synthetic);
    }

    static int[] row(Random random) {
        return IntStream.range(0, DOMAIN.width())
                .map(v -> (int) (DOMAIN.size(v) * Math.pow(random.nextDouble(), 3)))
                .toArray();
    }

    /** The same rows, each of somebody else. */
    OwnedTables withEntities(ToIntFunction<Integer> entity) {
        return new OwnedTables(
                IntStream.range(0, real.size())
                        .mapToObj(i -> new Real(real.get(i).codes(), real.get(i).side(), entity.applyAsInt(i)))
                        .toList(),
                synthetic);
    }

    List<int[]> rows(int side) {
        return real.stream().filter(row -> row.side() == side).map(Real::codes).toList();
    }

    static int variable(String name) {
        return IntStream.range(0, DOMAIN.width())
                .filter(v -> DOMAIN.variable(v).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In shuffled order, in so many pieces, of which each has some of the rows of an entity. */
    Assessed coded(int pieces) {
        Assessed rows = byRows(pieces);
        return new Assessed(
                rows.space(),
                rows.train(),
                rows.holdout(),
                rows.synthetic(),
                rows.search(),
                Optional.empty(),
                Optional.of(owned(pieces)));
    }

    /** Without whose rows are. */
    Assessed byRows(int pieces) {
        Space space = new Space(
                DOMAIN,
                DOMAIN.variables().stream()
                        .<Space.Axis>map(v -> new Space.Labels())
                        .toList());
        return new Assessed(
                space,
                table(DOMAIN, rows(Owned.TRAIN), pieces),
                table(DOMAIN, rows(Owned.HOLDOUT), pieces),
                table(DOMAIN, synthetic, pieces),
                new LocalSearch(space, 0));
    }

    private Owned owned(int pieces) {
        Domain domain = Owned.domain(ASKED.stream().map(DOMAIN::variable).toList());
        List<int[]> rows = real.stream()
                .map(row -> IntStream.concat(
                                ASKED.stream().mapToInt(v -> row.codes()[v]), IntStream.of(row.side(), row.entity()))
                        .toArray())
                .toList();
        return new Owned(table(domain, rows, pieces));
    }

    private static LocalTable table(Domain domain, List<int[]> rows, int pieces) {
        List<int[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(pieces));
        return new LocalTable(
                domain,
                IntStream.range(0, pieces)
                        .mapToObj(p -> block(
                                domain,
                                shuffled.subList(shuffled.size() * p / pieces, shuffled.size() * (p + 1) / pieces)))
                        .toList());
    }

    private static Block block(Domain domain, List<int[]> rows) {
        Block block = Block.empty(domain, 0, rows.size());
        for (int v = 0; v < domain.width(); v++) {
            int at = v;
            block.write(v, rows.stream().mapToInt(row -> row[at]).toArray());
        }
        return block;
    }
}

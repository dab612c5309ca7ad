package io.understudy.bench;

import io.understudy.domain.Block;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.KNearest;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Space;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How fast the two nearest rows are found exactly, in processor time of one thread, against looking at every row; for
 * several shapes of tables, by turns. On a busy machine only the ratios mean something.
 *
 * <p>Arguments: {@code [ROWS...]} of the reference, 100,000 and 1,000,000 by default.
 */
public final class Searches {
    private static final int BLOCK = 4096;
    private static final int SWEPT = 64;
    private static final int ROUNDS = 3;
    private static final String HEADER = "%-9s%11s%9s%9s%14s%14s%9s"
            .formatted("shape", "rows", "columns", "build s", "queries/s", "every row/s", "ratio");

    private final Space space;
    private final Block reference;
    private final Block queries;
    private final List<Block> cut;

    private Searches(Shape shape, int rows, int queries) {
        this.space = shape.space();
        this.reference = shape.rows(2, rows);
        this.queries = shape.rows(3, queries);
        this.cut = cut(reference);
    }

    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        System.out.println(HEADER);
        for (Shape shape : Shape.ALL) {
            for (int rows : sizes) {
                int asked = BLOCK * 8 / shape.width();
                System.out.println(new Searches(shape, rows, asked).line(shape));
            }
        }
    }

    private String line(Shape shape) {
        List<BoxTree> tree = new ArrayList<>();
        double build =
                Cost.of(() -> tree.add(BoxTree.of(space, List.of(reference)))).cpu();
        double[] indexed = new double[ROUNDS];
        double[] swept = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            indexed[round] = queries.rows()
                    / Cost.of(() -> answer(tree.get(0).nearest(queries))).cpu();
            swept[round] = SWEPT / Cost.of(this::sweep).cpu();
        }
        double fast = median(indexed);
        double slow = median(swept);
        return String.format(
                Locale.ROOT,
                "%-9s%,11d%9d%9.1f%,14.0f%,14.1f%,9.0f",
                shape.name(),
                reference.rows(),
                reference.width(),
                build,
                fast,
                slow,
                fast / slow);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    /** Looks at an answer, so that it cannot be left out. */
    private static void answer(Neighbours found) {
        if (found.nearest(0) == Space.NONE) {
            throw new IllegalStateException("nothing was found");
        }
    }

    private void sweep() {
        List<Integer> all = IntStream.range(0, reference.width()).boxed().toList();
        Block few = queries.select(IntStream.range(0, SWEPT).toArray(), SWEPT);
        new LocalTable(space.domain(), cut).compute(new KNearest(space, few, List.of(all), 2));
    }

    private static List<Block> cut(Block reference) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < reference.rows(); from += BLOCK) {
            int[] positions = IntStream.range(from, Math.min(from + BLOCK, reference.rows()))
                    .toArray();
            blocks.add(reference.select(positions, positions.length));
        }
        return blocks;
    }
}

package io.understudy.bench;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Space;
import io.understudy.random.Philox;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coded tables in the likeness of real ones, for searches. A row is of one of many types, common and rare, and resembles
 * it: a number lies near the type's, a label mostly is the type's. So columns go together as in real tables.
 *
 * @param name    of the likeness
 * @param numbers how many codes each number has; they come first
 * @param labels  how many codes each label has
 */
record Shape(String name, List<Integer> numbers, List<Integer> labels) {
    /** Few numbers, many labels, like the Adult table. */
    private static final Shape CENSUS =
            new Shape("census", List.of(75, 20_000, 16, 120, 90, 95), List.of(9, 16, 7, 15, 6, 5, 2, 42, 2));
    /** Many numbers, some labels of very many values, like a table of flights. */
    private static final Shape FLIGHTS = new Shape(
            "flights",
            List.of(12, 31, 7, 1_200, 1_200, 4_000, 500, 450, 600, 600, 400, 120, 150, 2, 2),
            List.of(15, 3_200, 2, 116, 5));
    /** As many numbers as labels, and many of both. */
    private static final Shape WIDE = new Shape(
            "wide",
            Collections.nCopies(32, 1_000),
            IntStream.range(0, 32).map(v -> 2 + v / 4).boxed().toList());

    static final List<Shape> ALL = List.of(CENSUS, FLIGHTS, WIDE);

    private static final int TYPES = 20_000;
    private static final long TYPE_SEED = 1;
    private static final double NOISE = 0.05;
    private static final double FAITHFUL = 0.9;

    int width() {
        return numbers.size() + labels.size();
    }

    private boolean isNumber(int variable) {
        return variable < numbers.size();
    }

    private int size(int variable) {
        return isNumber(variable) ? numbers.get(variable) : labels.get(variable - numbers.size());
    }

    Space space() {
        Domain domain = new Domain(IntStream.range(0, width())
                .mapToObj(v -> new Variable("v" + v, size(v), isNumber(v), false))
                .toList());
        List<Space.Axis> axes = IntStream.range(0, width())
                .<Space.Axis>mapToObj(v -> isNumber(v) ? axis(size(v)) : new Space.Labels())
                .toList();
        return new Space(domain, axes);
    }

    private static Space.Numbers axis(int size) {
        int[] positions = IntStream.range(0, size)
                .map(code -> (int) ((2L * code + 1) * Space.UNIT / (2L * size)))
                .toArray();
        return new Space.Numbers(
                positions, IntStream.range(0, size).asDoubleStream().toArray());
    }

    /** So many rows of a table, which is another one for another seed. */
    Block rows(long seed, int count) {
        Block block = Block.empty(space().domain(), 0, count);
        int[] codes = new int[count];
        for (int v = 0; v < width(); v++) {
            for (int row = 0; row < count; row++) {
                codes[row] = code(seed, row, v);
            }
            block.write(v, codes);
        }
        return block;
    }

    private int code(long seed, int row, int variable) {
        double common = Philox.uniform(seed, row, 0);
        int type = (int) (common * common * TYPES);
        double typical = Philox.uniform(TYPE_SEED, type, variable);
        double own = Philox.uniform(seed, row, 1 + 2 * variable);
        double at = isNumber(variable)
                ? typical + NOISE * (own - 0.5)
                : Philox.uniform(seed, row, 2 + 2 * variable) < FAITHFUL ? typical * typical : own * own;
        return (int) (Math.max(0, Math.min(at, Math.nextDown(1.0))) * size(variable));
    }
}

package io.understudy.neighbour;

import io.understudy.domain.Block;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gower's distance word by word, to every row: the oracle of every index. */
final class BruteForce {
    private final Space space;
    private final Block reference;

    BruteForce(Space space, Block reference) {
        this.space = space;
        this.reference = reference;
    }

    int distance(Block queries, int query, int row) {
        return distance(IntStream.range(0, space.domain().width()).boxed().toList(), queries, query, row);
    }

    /** On some columns alone. */
    int distance(List<Integer> columns, Block queries, int query, int row) {
        int sum = 0;
        for (int v : columns) {
            sum += distance(v, queries.code(v, query), reference.code(v, row));
        }
        return sum;
    }

    private int distance(int variable, int a, int b) {
        boolean missing = space.domain().variable(variable).missing();
        if (a == b) {
            return 0;
        }
        if (missing && (a == 0 || b == 0)) {
            return Space.UNIT;
        }
        return space.axes().get(variable) instanceof Space.Numbers numbers
                ? Math.abs(numbers.positions()[a] - numbers.positions()[b])
                : Space.UNIT;
    }

    /** Distances of one query to all rows, ascending. */
    int[] sorted(Block queries, int query) {
        int[] distances = new int[reference.rows()];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = distance(queries, query, row);
        }
        Arrays.sort(distances);
        return distances;
    }
}

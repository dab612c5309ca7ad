package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A random mixed-type space of 1 to 40 variables with reference rows and queries, made to tie and to repeat, some codes at the same position. */
record Problem(Space space, Block reference, Block queries) {

    static Problem random(long seed) {
        Random random = new Random(seed);
        int width = 1 + random.nextInt(random.nextInt(3) == 0 ? 40 : 12);
        List<Variable> variables = new ArrayList<>();
        List<Space.Axis> axes = new ArrayList<>();
        for (int v = 0; v < width; v++) {
            boolean number = random.nextBoolean();
            int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 12);
            variables.add(new Variable("v" + v, size, number, random.nextBoolean()));
            axes.add(number ? new Space.Numbers(positions(size, random), new double[size]) : new Space.Labels());
        }
        Space space = new Space(new Domain(variables), axes);
        Block reference = rows(space, random.nextInt(1500), random);
        return new Problem(space, reference, rows(space, 60, random));
    }

    private static int[] positions(int size, Random random) {
        int grid = random.nextInt(4) == 0 ? Space.UNIT / 8 : 1;
        int[] positions = random.ints(size, 0, Space.UNIT + 1)
                .map(position -> position / grid * grid)
                .sorted()
                .toArray();
        positions[size - 1] = random.nextBoolean() ? Space.UNIT : positions[size - 1];
        return positions;
    }

    /** Rows around a few centres, so that some are equal and many tie. */
    private static Block rows(Space space, int rows, Random random) {
        int width = space.domain().width();
        int[][] codes = new int[width][rows];
        int centres = 1 + random.nextInt(20);
        double noise = random.nextDouble();
        for (int row = 0; row < rows; row++) {
            Random centre = new Random(random.nextInt(centres));
            for (int v = 0; v < width; v++) {
                int size = space.domain().size(v);
                int code = centre.nextInt(size);
                codes[v][row] = random.nextDouble() < noise ? random.nextInt(size) : code;
            }
        }
        Block block = Block.empty(space.domain(), 0, rows);
        for (int v = 0; v < width; v++) {
            block.write(v, codes[v]);
        }
        return block;
    }

    /** The reference cut into parts of random sizes. */
    List<Block> parts(int count, Random random) {
        int[] ends = random.ints(count, 0, reference.rows() + 1).sorted().toArray();
        ends[count - 1] = reference.rows();
        List<Block> parts = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            int[] positions = IntStream.range(from, end).toArray();
            parts.add(reference.select(positions, positions.length));
            from = end;
        }
        return parts;
    }
}

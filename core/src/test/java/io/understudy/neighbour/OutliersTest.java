package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.LocalTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutliersTest {
    private static final int ROWS = 1_000;
    private static final int SIZE = 10_000;
    private static final Domain DOMAIN =
            new Domain(List.of(Variable.ordinal("x", SIZE), Variable.ordinal("y", SIZE), Variable.nominal("z", 3)));

    private static final Space SPACE = new Space(DOMAIN, List.of(axis(), axis(), new Space.Labels()));

    private static Space.Numbers axis() {
        return new Space.Numbers(
                IntStream.range(0, SIZE)
                        .map(code -> (int) ((long) code * Space.UNIT / SIZE))
                        .toArray(),
                IntStream.range(0, SIZE).asDoubleStream().toArray());
    }

    /** Points along a line, but for the last few, which lie off it. */
    private static Block rows(int off) {
        Random random = new Random(1);
        int[][] codes = new int[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            int at = random.nextInt(SIZE / 2);
            boolean far = row >= ROWS - off;
            codes[0][row] = at;
            codes[1][row] = far ? SIZE - 1 - 100 * (ROWS - row) : at + random.nextInt(20);
            codes[2][row] = far ? row % 3 : 0;
        }
        Block block = Block.empty(DOMAIN, 0, ROWS);
        for (int v = 0; v < 3; v++) {
            block.write(v, codes[v]);
        }
        return block;
    }

    private static Outliers found(Block... parts) {
        LocalTable table = new LocalTable(DOMAIN, List.of(parts));
        return new LocalSearch(SPACE, 1).compute(table, List.of(table), new Outliers.Search(SPACE));
    }

    /** By comparing every row with every other. */
    private static boolean[] bruteForce(Block rows) {
        int[][] codes = rows.toArrays();
        long[] scores = new long[ROWS];
        for (int a = 0; a < ROWS; a++) {
            scores[a] = Long.MAX_VALUE;
            for (int b = 0; b < ROWS; b++) {
                if (a != b) {
                    long distance = codes[2][a] == codes[2][b] ? 0 : Space.UNIT;
                    for (int v = 0; v < 2; v++) {
                        distance += Math.abs(position(codes[v][a]) - position(codes[v][b]));
                    }
                    scores[a] = Math.min(scores[a], distance);
                }
            }
        }
        long[] sorted = Arrays.stream(scores).sorted().toArray();
        long third = sorted[749];
        long cut = Math.max(third + 3 * (third - sorted[249]), sorted[989]);
        boolean[] outliers = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            outliers[row] = scores[row] > cut;
        }
        return outliers;
    }

    private static long position(int code) {
        return (long) code * Space.UNIT / SIZE;
    }

    @Test
    void areTheRowsThatALookAtAllPairsFinds() {
        Block rows = rows(6);
        boolean[] expected = bruteForce(rows);

        Outliers outliers = found(rows);

        assertThat(outliers.in(rows)).isEqualTo(expected);
        assertThat(outliers.count()).isBetween(5L, 10L);
        assertThat(Arrays.copyOfRange(expected, ROWS - 6, ROWS)).containsOnly(true);
    }

    @Test
    void areAtMostOneRowInAHundred() {
        assertThat(found(rows(60)).count()).isLessThanOrEqualTo(10);
    }

    @Test
    void doNotDependOnTheParts() {
        Block rows = rows(6);
        int[] odd = IntStream.range(0, ROWS).filter(i -> i % 2 == 1).toArray();
        int[] even = IntStream.range(0, ROWS).filter(i -> i % 2 == 0).toArray();
        assertThat(found(rows.select(odd, odd.length), rows.select(even, even.length))
                        .in(rows))
                .isEqualTo(found(rows).in(rows));
    }

    @Test
    void areNoneWhereEveryRowHasATwin() {
        Block rows = rows(6);
        assertThat(found(rows, rows).count()).isZero();
    }
}

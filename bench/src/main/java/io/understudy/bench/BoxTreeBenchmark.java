package io.understudy.bench;

import io.understudy.domain.Block;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.Neighbours;
import io.understudy.neighbour.Space;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two nearest of 65,536 rows, exactly: nanoseconds a query. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Invented.ROWS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class BoxTreeBenchmark {
    private final Invented table = Invented.ofBlocks(17);
    private final BoxTree tree = BoxTree.of(space(), table.coded().subList(0, 16));
    private final Block queries = table.coded().get(16);

    /** Labels by their codes; numbers by evenly spread positions, which is all that the search sees of them. */
    private Space space() {
        List<Space.Axis> axes = table.codec().domain().variables().stream()
                .<Space.Axis>map(variable -> variable.ordered() ? numbers(variable.size()) : new Space.Labels())
                .toList();
        return new Space(table.codec().domain(), axes);
    }

    private static Space.Numbers numbers(int size) {
        int[] positions = IntStream.range(0, size)
                .map(code -> (int) ((long) code * Space.UNIT / size))
                .toArray();
        return new Space.Numbers(
                positions, IntStream.range(0, size).asDoubleStream().toArray());
    }

    @Benchmark
    public Neighbours nearest() {
        return tree.nearest(queries);
    }
}

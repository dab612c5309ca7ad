package io.understudy.bench;

import io.understudy.domain.Block;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.stat.CellCounts;
import io.understudy.stat.Marginals;
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

/** Counting all pairs of fifteen columns in one pass: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Invented.ROWS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class MarginalsBenchmark {
    private final Block block = Invented.ofBlocks(1).coded().get(0);
    private final Marginals pairs = pairs(Invented.ofBlocks(1).codec().domain());
    private CellCounts[] counts = pairs.zero();

    private static Marginals pairs(Domain domain) {
        return new Marginals(
                domain,
                IntStream.range(0, domain.width())
                        .boxed()
                        .flatMap(a -> IntStream.range(0, a).mapToObj(b -> Clique.of(a, b)))
                        .toList());
    }

    @Benchmark
    public CellCounts[] add() {
        counts = pairs.add(counts, block);
        return counts;
    }
}

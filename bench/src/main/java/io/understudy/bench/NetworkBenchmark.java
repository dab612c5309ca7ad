package io.understudy.bench;

import io.understudy.domain.Block;
import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.bayes.TreeNetworkEstimator;
import io.understudy.model.bayes.TreeNetworkSettings;
import java.util.concurrent.TimeUnit;
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

/** Drawing a block of fifteen columns from a tree network: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Invented.ROWS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class NetworkBenchmark {
    private final BayesianNetwork network = new TreeNetworkEstimator(TreeNetworkSettings.of(0.5, 10))
            .fit(Invented.ofBlocks(16).table());
    private final Model ready = network.ready();
    private final Block into = Block.empty(network.domain(), 0, Invented.ROWS);

    @Benchmark
    public Block sample() {
        network.sample(1, into);
        return into;
    }

    @Benchmark
    public Block sampleReady() {
        ready.sample(1, into);
        return into;
    }
}

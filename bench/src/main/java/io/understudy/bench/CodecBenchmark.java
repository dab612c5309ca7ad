package io.understudy.bench;

import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.raw.RawBlock;
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

/** Codes of a block of fifteen columns and back: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Invented.ROWS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class CodecBenchmark {
    private final Invented table = Invented.ofBlocks(16);
    private final TableCodec codec = table.codec();
    private final RawBlock raw = table.raw().get(0);
    private final Block coded = table.coded().get(0);

    @Benchmark
    public Block encode() {
        return codec.encode(raw);
    }

    @Benchmark
    public RawBlock decode() {
        return codec.decode(coded, 1);
    }
}

package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** A table held in memory: the reference implementation that distributed ones are tested against. */
public record LocalTable(Domain domain, List<Block> blocks) implements Table {
    public LocalTable {
        blocks = List.copyOf(blocks);
    }

    @Override
    public long rows() {
        return blocks.stream().mapToLong(Block::rows).sum();
    }

    @Override
    public <S, R> R compute(Statistic<S, R> statistic) {
        S total = statistic.zero();
        for (Block block : blocks) {
            total = statistic.merge(total, statistic.add(statistic.zero(), block));
        }
        return statistic.finish(total);
    }

    @Override
    public Block sample(int rows, long seed) {
        if (rows() <= rows) {
            return Blocks.concatenate(domain, blocks);
        }
        double rate = (double) rows / rows();
        RowSample sample = new RowSample(rate, seed);
        return Blocks.concatenate(
                domain,
                blocks.stream()
                        .map(block -> sample.select(block, RowSample.contentHashes(block)))
                        .toList());
    }

    @Override
    public Table part(double from, double to, long seed) {
        RowSample sample = RowSample.counting(from, to, seed);
        return new LocalTable(
                domain,
                blocks.stream()
                        .map(block -> sample.select(block, RowSample.contentHashes(block)))
                        .toList());
    }

    @Override
    public Table where(int variable, long[] codes) {
        return new LocalTable(
                domain,
                blocks.stream()
                        .map(block -> Blocks.where(block, variable, codes))
                        .toList());
    }

    @Override
    public Table together(int variable) {
        return new LocalTable(domain, List.of(Blocks.concatenate(domain, blocks)));
    }

    @Override
    public <R extends Serializable> List<R> run(Block shared, int count, Task<R> task) {
        return IntStream.range(0, count)
                .mapToObj(index -> task.run(shared, index))
                .toList();
    }
}

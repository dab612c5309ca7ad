package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;

/** Coded rows, wherever they live, that answer statistics. The only way core code reads data. */
public interface Table {
    Domain domain();

    long rows();

    /** Computes a statistic in one pass. To share the pass, combine statistics first. */
    <S, R> R compute(Statistic<S, R> statistic);

    /**
     * All rows if there are at most {@code rows}, otherwise close to that many, drawn without regard to their content.
     *
     * <p>Law: the multiset of rows returned is a function of the multiset of rows in the table, {@code rows} and
     * {@code seed}: never of partitioning or order. Their order is not defined.
     */
    Block sample(int rows, long seed);

    /**
     * The rows whose draw falls into a range, as a table of their own: about {@code to - from} of all. Ranges that do not
     * overlap have no row in common. They obey the law of {@link #sample}.
     *
     * @param from 0 .. 1
     * @param to   at least {@code from}, at most 1
     */
    Table part(double from, double to, long seed);

    /**
     * The rows that have one of some codes, as a table of their own.
     *
     * @param codes of a variable, as a bit set
     */
    Table where(int variable, long[] codes);

    /**
     * The same rows in blocks such that all that have the same code of a variable lie in one. Code 0, where it stands for a
     * missing value, may lie anywhere.
     */
    Table together(int variable);

    /**
     * Runs tasks {@code 0 .. count-1} side by side, wherever the table's workers are, over rows they all share.
     *
     * @return the results by task
     */
    <R extends Serializable> List<R> run(Block shared, int count, Task<R> task);

    /**
     * Work that needs no more than a bounded block of rows, such as growing one tree.
     *
     * @param <R> the result: a pure function of the shared rows and the index
     */
    @FunctionalInterface
    interface Task<R extends Serializable> extends Serializable {
        R run(Block shared, int index);
    }
}

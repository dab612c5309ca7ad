package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;

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
}

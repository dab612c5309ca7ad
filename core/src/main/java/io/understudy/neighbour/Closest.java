package io.understudy.neighbour;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The k nearest distinct rows to each query on each set of columns, nearest first, as {@link KNearest} found them.
 *
 * <p>Rows are known by their position in {@link #rows}: two answers have the same position just if they are equal rows,
 * on whatever set of columns they were found.
 */
public final class Closest {
    private final int queries;
    private final Candidates found;
    /** Position in {@link #rows} by list and place. */
    private final int[] positions;

    private final Block rows;

    Closest(int queries, Candidates found, Domain domain) {
        this.queries = queries;
        this.found = found;
        this.positions = new int[found.lists() * found.k()];
        Map<IntBuffer, Integer> distinct = new HashMap<>();
        for (int list = 0; list < found.lists(); list++) {
            for (int place = 0; place < found.size(list); place++) {
                IntBuffer row = IntBuffer.wrap(found.row(list, place));
                distinct.putIfAbsent(row, distinct.size());
                positions[list * found.k() + place] = distinct.get(row);
            }
        }
        rows = block(domain, distinct);
    }

    private static Block block(Domain domain, Map<IntBuffer, Integer> distinct) {
        Block block = Block.empty(domain, 0, distinct.size());
        int[] codes = new int[distinct.size()];
        for (int v = 0; v < domain.width(); v++) {
            int variable = v;
            distinct.forEach((row, position) -> codes[position] = row.get(variable));
            block.write(v, codes);
        }
        return block;
    }

    /** All rows that were found, each once, with all columns of the table. */
    public Block rows() {
        return rows;
    }

    /** How many rows were looked up. */
    public int queries() {
        return queries;
    }

    /** How many distinct rows were found: k, or all there are. */
    public int found(int set, int query) {
        return found.size(list(set, query));
    }

    /** Distance of the row at a place, 0 for the nearest; in units of {@link Space}, over the set's columns. */
    public int distance(int set, int query, int place) {
        return found.distance(list(set, query), place);
    }

    /** How many rows of the table are equal to the one at a place. */
    public long count(int set, int query, int place) {
        return found.count(list(set, query), place);
    }

    /** Position in {@link #rows} of the row at a place. */
    public int position(int set, int query, int place) {
        return positions[list(set, query) * found.k() + place];
    }

    private int list(int set, int query) {
        return set * queries + query;
    }
}

package io.understudy.neighbour;

import java.io.Serializable;
import java.util.List;

/**
 * What is nearest to the rows of one block of queries in each of several reference tables.
 *
 * @param references one per reference table, all over the same query rows
 */
public record Nearest(List<Neighbours> references) implements Serializable {
    public Nearest {
        references = List.copyOf(references);
    }

    /** How many rows were looked up. */
    public int rows() {
        return references.get(0).rows();
    }

    /** The neighbours in one of the reference tables, by its position in the search. */
    public Neighbours in(int reference) {
        return references.get(reference);
    }
}

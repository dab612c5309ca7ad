package io.understudy.neighbour;

import io.understudy.stat.Table;
import java.util.List;

/**
 * Tables that are looked up together, after those of the legs before.
 *
 * @param references where to look
 * @param asked      what to ask of them
 */
public record Leg(List<Table> references, Limits.Choice asked) {
    public Leg {
        references = List.copyOf(references);
    }

    /** Whatever is nearest: two rows, and what ties. */
    public Leg(List<Table> references) {
        this(references, (rows, before) -> Limits.of(2, rows));
    }
}

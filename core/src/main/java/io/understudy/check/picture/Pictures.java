package io.understudy.check.picture;

import io.understudy.check.Curve;
import java.util.List;

/**
 * All that a report draws beside its findings.
 *
 * @param columns in table order
 * @param pairs   the worst ones, worst first
 * @param curves  distances and attacks
 * @param network columns in the order in which they are drawn; empty where the model is none
 */
public record Pictures(
        List<ColumnPicture> columns, List<PairPicture> pairs, List<Curve> curves, List<Parents> network) {
    /** Nothing drawn. */
    public static final Pictures NONE = new Pictures(List.of(), List.of(), List.of(), List.of());

    public Pictures {
        columns = List.copyOf(columns);
        pairs = List.copyOf(pairs);
        curves = List.copyOf(curves);
        network = List.copyOf(network);
    }

    /** These and more curves. */
    public Pictures with(List<Curve> more) {
        return new Pictures(columns, pairs, more, network);
    }

    /** These and what depends on what, variable by variable in the order in which they are drawn. */
    public Pictures drawnBy(List<Parents> order) {
        return new Pictures(columns, pairs, curves, order);
    }
}

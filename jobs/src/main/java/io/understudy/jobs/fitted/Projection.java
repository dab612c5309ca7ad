package io.understudy.jobs.fitted;

import io.understudy.domain.Block;
import io.understudy.domain.Room;
import io.understudy.model.Part;
import io.understudy.random.RowNumbers;
import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws some columns of the rows that meet a condition, and no more than they take: first the variables that the condition
 * rests on, then, for the rows that are left, the others that the columns rest on.
 *
 * <p>Law: the result is that of drawing all rows whole, then filtering, then leaving columns out.
 */
public final class Projection implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final RawColumn NOT_DRAWN = new RawColumn.Texts(new int[0], new String[0]);

    private final Drawing drawing;
    private final List<Integer> columns;
    private final Condition where;
    private final Step tested;
    private final Step others;

    /**
     * Variables and columns that are drawn together.
     *
     * @param part    what the model draws
     * @param decoded positions of the columns whose codes become cells
     * @param treated positions of the columns whose cells are treated
     */
    private record Step(Part part, Set<Integer> decoded, Set<Integer> treated) implements Serializable {}

    Projection(Drawing drawing, List<Integer> columns, Condition where) {
        this.drawing = drawing;
        this.columns = List.copyOf(columns);
        this.where = where;
        this.tested = step(where.columns(), Set.of(), Set.of());
        Set<Integer> rest = new HashSet<>(columns);
        rest.removeAll(where.columns());
        this.others = step(rest, tested.part().wanted(), tested.decoded());
    }

    private Step step(Set<Integer> treated, Set<Integer> drawn, Set<Integer> decoded) {
        Set<Integer> cells = drawing.treatments().needed(treated);
        Set<Integer> variables = new HashSet<>(drawing.model().needed(cells));
        variables.removeAll(drawn);
        Set<Integer> decode = new HashSet<>(cells);
        decode.removeAll(decoded);
        return new Step(new Part(List.of(), drawn, variables), decode, treated);
    }

    /**
     * The columns of those of some rows that meet the condition; untreated cells that both steps look at are kept.
     *
     * @param room where they live
     */
    public RawBlock draw(RowNumbers rows, Room room) {
        Block codes = Block.of(drawing.codec().domain(), rows, room);
        List<RawColumn> raw =
                new ArrayList<>(Collections.nCopies(drawing.codec().columns().size(), NOT_DRAWN));
        List<RawColumn> first = run(tested, codes, raw);
        int[] left = where.met(first, rows.count());
        if (left.length == 0) {
            return new RawBlock(0, columns.stream().map(c -> NOT_DRAWN).toList());
        }
        Block rest = codes;
        if (left.length < rows.count()) {
            rest = codes.select(left, left.length);
            raw.replaceAll(column -> selected(column, left));
            first.replaceAll(column -> selected(column, left));
        }
        List<RawColumn> second = run(others, rest, raw);
        return new RawBlock(
                left.length,
                columns.stream()
                        .map(c -> (where.columns().contains(c) ? first : second).get(c))
                        .toList());
    }

    private List<RawColumn> run(Step step, Block codes, List<RawColumn> raw) {
        long seed = drawing.making().seed();
        drawing.model().sample(seed, step.part(), codes);
        step.decoded().forEach(c -> raw.set(c, drawing.codec().decode(c, codes, drawing.making())));
        return drawing.treatments().synthetic(raw, codes.numbers(), seed, step.treated());
    }

    private static RawColumn selected(RawColumn column, int[] left) {
        return column == NOT_DRAWN ? column : column.select(left, left.length);
    }
}

package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.BoxTree;
import io.understudy.neighbour.RowsMeeting;
import io.understudy.neighbour.Space;
import io.understudy.neighbour.Turn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows of a table in memory, with an index of them.
 *
 * @param rows  in their order
 * @param index of the same
 */
record Sample(Block rows, BoxTree index) {

    static Sample of(Space space, Block rows) {
        return new Sample(rows, BoxTree.of(space, List.of(rows)));
    }

    /** The first of the rows, at most so many. */
    Block first(int most) {
        int[] positions = IntStream.range(0, Math.min(most, rows.rows())).toArray();
        return rows.select(positions, positions.length);
    }

    /** How many rows match each query, or {@code most} where more do. */
    long[] matches(List<Query> queries, long most) {
        RowsMeeting meeting = Query.count(queries, most);
        return meeting.finish(meeting.add(meeting.zero(), new Turn(index, 0, 1)));
    }
}

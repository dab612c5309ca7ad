package io.understudy.check.attack;

import io.understudy.neighbour.Condition;
import io.understudy.neighbour.RowsMeeting;
import java.io.Serializable;
import java.util.List;

/** A question that a row answers with yes if all conditions hold: what singles a row out if no other row does. */
record Query(List<Condition> conditions) implements Serializable {
    Query {
        conditions = List.copyOf(conditions);
    }

    /** Asks an index how many rows match each, up to {@code most}. */
    static RowsMeeting count(List<Query> queries, long most) {
        return new RowsMeeting(queries.stream().map(Query::conditions).toList(), most);
    }

    static Query of(Condition condition) {
        return new Query(List.of(condition));
    }
}

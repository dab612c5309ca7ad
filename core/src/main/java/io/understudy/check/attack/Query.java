package io.understudy.check.attack;

import io.understudy.neighbour.Condition;
import java.io.Serializable;
import java.util.List;

/** A question that a row answers with yes if all conditions hold: what singles a row out if no other row does. */
record Query(List<Condition> conditions) implements Serializable {
    Query {
        conditions = List.copyOf(conditions);
    }

    static Query of(Condition condition) {
        return new Query(List.of(condition));
    }
}

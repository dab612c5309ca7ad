package io.understudy.check.attack;

import io.understudy.domain.Domain;
import io.understudy.neighbour.Condition;
import io.understudy.neighbour.Search;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows of a table match queries, exactly: those on one column by its counts, as an index that was cut at all
 * columns finds single values of one but slowly; those on several in the index.
 */
final class Matches {
    private final Search search;
    private final Table table;
    /** By variable and code: the rows of smaller codes; and one entry more, all rows. */
    private final long[][] below;

    private Matches(Search search, Table table, List<Marginal> columns) {
        this.search = search;
        this.table = table;
        this.below = columns.stream().map(Matches::below).toArray(long[][]::new);
    }

    /** One pass over the table. */
    static Matches in(Table table, Domain domain, Search search) {
        return new Matches(search, table, table.compute(Marginals.ofColumns(domain)));
    }

    private static long[] below(Marginal column) {
        long[] counts = column.counts();
        long[] below = new long[counts.length + 1];
        for (int code = 0; code < counts.length; code++) {
            below[code + 1] = below[code] + counts[code];
        }
        return below;
    }

    /** The number of each query, or {@code most} where it is greater. */
    long[] of(List<Query> queries, long most) {
        int[] several = IntStream.range(0, queries.size())
                .filter(q -> queries.get(q).conditions().size() > 1)
                .toArray();
        List<Query> asked = IntStream.of(several).mapToObj(queries::get).toList();
        long[] found = asked.isEmpty() ? new long[0] : search.ask(table, Query.count(asked, most));
        long[] matches = new long[queries.size()];
        for (int i = 0; i < several.length; i++) {
            matches[several[i]] = found[i];
        }
        for (int q = 0; q < matches.length; q++) {
            List<Condition> conditions = queries.get(q).conditions();
            matches[q] = conditions.size() == 1 ? Math.min(most, one(conditions.get(0))) : matches[q];
        }
        return matches;
    }

    private long one(Condition condition) {
        long[] rows = below[condition.variable()];
        int size = rows.length - 1;
        return condition.wraps() ? rows[size] - run(rows, condition.not()) : run(rows, condition);
    }

    private static long run(long[] rows, Condition condition) {
        int size = rows.length - 1;
        return rows[condition.high(size) + 1] - rows[condition.low(size)];
    }
}

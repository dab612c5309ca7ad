package io.understudy.jobs.source;

import io.understudy.jobs.fitted.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Takes from Spark what need not be drawn: columns, rows beyond a limit, rows that a filter leaves out. */
final class DrawnScanBuilder
        implements SupportsPushDownV2Filters, SupportsPushDownLimit, SupportsPushDownRequiredColumns {
    private final DrawnTable table;
    private StructType wanted;
    private final List<Predicate> pushed = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private long limit = Long.MAX_VALUE;

    DrawnScanBuilder(DrawnTable table) {
        this.table = table;
        this.wanted = table.rowType();
    }

    /** Takes the filters that are evaluated here exactly as Spark would; returns the others. */
    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        Predicates exact =
                new Predicates(table.rowType(), table.drawing().codec().columns());
        List<Predicate> others = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<Condition> condition = exact.condition(predicate);
            condition.ifPresent(conditions::add);
            (condition.isPresent() ? pushed : others).add(predicate);
        }
        return others.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    @Override
    public boolean pushLimit(int limit) {
        this.limit = limit;
        return true;
    }

    /** With a filter every partition stops at the limit by itself, and Spark has to cut what they give together. */
    @Override
    public boolean isPartiallyPushed() {
        return !conditions.isEmpty();
    }

    @Override
    public void pruneColumns(StructType required) {
        wanted = required;
    }

    @Override
    public Scan build() {
        List<String> names = Arrays.asList(table.rowType().fieldNames());
        List<Integer> columns =
                Arrays.stream(wanted.fieldNames()).map(names::indexOf).toList();
        return new DrawnScan(table, wanted, new DrawnScan.Asked(columns, new Condition.All(conditions), limit));
    }
}

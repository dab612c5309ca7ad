package io.understudy.jobs.source;

import io.understudy.jobs.fitted.CellTest;
import io.understudy.jobs.fitted.Condition;
import io.understudy.schema.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.StructType;

/**
 * Spark's filters as conditions on cells, where both mean the same for every row: comparisons of a column with literals of
 * its type, missing cells, and what "and", "or" and "not" make of them.
 *
 * @param rowType of the table
 * @param columns of the table
 */
record Predicates(StructType rowType, List<Column> columns) {

    /** The condition that a filter stands for; empty if that cannot be told exactly. */
    Optional<Condition> condition(Predicate predicate) {
        Expression[] children = predicate.children();
        return switch (predicate.name()) {
            case "AND" -> both(children).map(Condition.All::new);
            case "OR" -> both(children).map(Condition.Any::new);
            case "NOT" -> condition((Predicate) children[0]).map(Condition.Not::new);
            case "ALWAYS_TRUE" -> Optional.of(Condition.none());
            case "ALWAYS_FALSE" -> Optional.of(new Condition.Any(List.of()));
            case "IS_NULL" -> column(children[0]).map(CellTest.Missing::new);
            case "IS_NOT_NULL" -> column(children[0]).map(c -> new Condition.Not(new CellTest.Missing(c)));
            case "IN" -> among(children);
            default -> compared(predicate.name(), children);
        };
    }

    private Optional<List<Condition>> both(Expression[] children) {
        List<Condition> parts = Stream.of(children)
                .filter(Predicate.class::isInstance)
                .flatMap(child -> condition((Predicate) child).stream())
                .toList();
        return parts.size() == children.length ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Integer> column(Expression expression) {
        if (expression instanceof NamedReference reference && reference.fieldNames().length == 1) {
            int position = Arrays.asList(rowType.fieldNames()).indexOf(reference.fieldNames()[0]);
            return position < 0 ? Optional.empty() : Optional.of(position);
        }
        return Optional.empty();
    }

    private Optional<Condition> among(Expression[] children) {
        List<Literal<?>> literals = literals(Arrays.copyOfRange(children, 1, children.length));
        return literals.size() < children.length - 1
                ? Optional.empty()
                : column(children[0]).flatMap(c -> comparing(c).among(literals));
    }

    private static List<Literal<?>> literals(Expression[] expressions) {
        return Stream.of(expressions)
                .filter(Literal.class::isInstance)
                .<Literal<?>>map(literal -> (Literal<?>) literal)
                .toList();
    }

    /** A column and a literal, in either order. */
    private Optional<Condition> compared(String operator, Expression[] children) {
        if (children.length != 2) {
            return Optional.empty();
        }
        Optional<Integer> left = column(children[0]);
        Optional<Integer> right = column(children[1]);
        if (left.isPresent() && children[1] instanceof Literal<?> literal) {
            return comparing(left.get()).compared(operator, literal);
        }
        if (right.isPresent() && children[0] instanceof Literal<?> literal) {
            return comparing(right.get()).compared(turned(operator), literal);
        }
        return Optional.empty();
    }

    private static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private Comparing comparing(int column) {
        return new Comparing(column, columns.get(column).type(), rowType.fields()[column].dataType());
    }
}

package io.understudy.jobs.source;

import io.understudy.jobs.fitted.CellTest;
import io.understudy.jobs.fitted.Condition;
import io.understudy.jobs.fitted.TextMatch;
import io.understudy.schema.ColumnType;
import io.understudy.schema.KeyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Comparisons of a column with literals.
 *
 * @param column position in the table
 * @param type   as Understudy knows it
 * @param spark  as Spark knows it
 */
record Comparing(int column, ColumnType type, DataType spark) {

    /** The column is one of some values. */
    Optional<Condition> among(List<Literal<?>> literals) {
        if (type.keyed()) {
            List<OptionalLong> keys = literals.stream().map(this::key).toList();
            return keys.stream().allMatch(OptionalLong::isPresent)
                    ? Optional.of(new CellTest.KeySet(
                            column,
                            order(),
                            keys.stream()
                                    .mapToLong(OptionalLong::getAsLong)
                                    .sorted()
                                    .toArray()))
                    : Optional.empty();
        }
        Set<String> texts =
                literals.stream().flatMap(literal -> text(literal).stream()).collect(Collectors.toSet());
        return literals.stream().allMatch(literal -> text(literal).isPresent())
                ? Optional.of(new CellTest.TextTest(column, new TextMatch.OneOf(texts)))
                : Optional.empty();
    }

    /** The column compared with a value; empty for other operators, and for values that are not of its type. */
    Optional<Condition> compared(String operator, Literal<?> with) {
        return switch (operator) {
            case "<>" -> compared("=", with).map(Condition.Not::new);
            case "<=>" -> same(with);
            default -> type.keyed() ? range(operator, key(with)) : text(with).flatMap(text -> match(operator, text));
        };
    }

    /** Equal, or both missing. */
    private Optional<Condition> same(Literal<?> with) {
        Condition missing = new CellTest.Missing(column);
        return with.value() == null
                ? Optional.of(missing)
                : compared("=", with).map(equal -> new Condition.All(List.of(new Condition.Not(missing), equal)));
    }

    private Optional<Condition> range(String operator, OptionalLong key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        long at = key.getAsLong();
        return switch (operator) {
            case "=" -> Optional.of(new CellTest.KeyRange(column, order(), at, at));
            case "<=" -> Optional.of(new CellTest.KeyRange(column, order(), Long.MIN_VALUE, at));
            case ">=" -> Optional.of(new CellTest.KeyRange(column, order(), at, Long.MAX_VALUE));
            case "<" -> range(">=", key).map(Condition.Not::new);
            case ">" -> range("<=", key).map(Condition.Not::new);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> match(String operator, String text) {
        return switch (operator) {
            case "=" -> test(new TextMatch.OneOf(Set.of(text)));
            case "<" -> test(new TextMatch.Before(text, false));
            case "<=" -> test(new TextMatch.Before(text, true));
            case ">" -> test(new TextMatch.Before(text, true)).map(Condition.Not::new);
            case ">=" -> test(new TextMatch.Before(text, false)).map(Condition.Not::new);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> test(TextMatch match) {
        return Optional.of(new CellTest.TextTest(column, match));
    }

    private KeyOrder order() {
        return KeyOrder.of(type);
    }

    private OptionalLong key(Literal<?> literal) {
        OptionalLong key =
                literal.dataType().equals(spark) ? LiteralKey.of(literal.value(), type) : OptionalLong.empty();
        return key.isPresent() ? OptionalLong.of(order().canonical(key.getAsLong())) : key;
    }

    /** A text in the plain order of bytes, or bytes; a collated text compares in another way. */
    private Optional<String> text(Literal<?> literal) {
        boolean plain = spark.equals(DataTypes.StringType) || spark.equals(DataTypes.BinaryType);
        return plain && literal.dataType().equals(spark) ? LiteralKey.text(literal.value()) : Optional.empty();
    }
}

package io.understudy.jobs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Predicates in Spark's SQL that may also compare flags with 1 and 0, as most databases and files write them and as Spark's
 * strict types refuse: {@code is_fraud = 1} is {@code is_fraud = true}, and {@code is_fraud in (0, 1)} likewise.
 */
public final class Where {
    /** Names of columns that hold flags, whatever their case. */
    private final Set<String> flags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Where(StructType schema) {
        Arrays.stream(schema.fields())
                .filter(field -> field.dataType().equals(DataTypes.BooleanType))
                .map(StructField::name)
                .forEach(flags::add);
    }

    /**
     * A predicate over the columns of a schema.
     *
     * @throws Predicates.Wrong if the text is no expression
     */
    public static Column column(StructType schema, String text) {
        try {
            Expression parsed = SparkSession.active().sessionState().sqlParser().parseExpression(text);
            return ExpressionUtils.column(new Where(schema).read(parsed));
        } catch (ParseException e) {
            throw Predicates.Wrong.of(e);
        }
    }

    private Expression read(Expression expression) {
        List<Expression> children = all(expression.children());
        children.replaceAll(this::read);
        Expression read = expression.withNewChildren(seq(children));
        if (read instanceof EqualTo equal) {
            return new EqualTo(flag(equal.left(), equal.right()), flag(equal.right(), equal.left()));
        }
        if (read instanceof EqualNullSafe equal) {
            return new EqualNullSafe(flag(equal.left(), equal.right()), flag(equal.right(), equal.left()));
        }
        if (read instanceof In in) {
            List<Expression> values = all(in.list());
            values.replaceAll(value -> flag(value, in.value()));
            return new In(in.value(), seq(values));
        }
        return read;
    }

    /** A flag where a side is 1 or 0 and the other one a column of flags; else the side as it is. */
    private Expression flag(Expression side, Expression other) {
        boolean compared = other instanceof UnresolvedAttribute attribute
                && attribute.nameParts().size() == 1
                && flags.contains(attribute.nameParts().head());
        return compared
                        && side instanceof Literal literal
                        && literal.value() instanceof Integer number
                        && number >> 1 == 0
                ? Literal.create(number == 1, DataTypes.BooleanType)
                : side;
    }

    private static List<Expression> all(Seq<Expression> expressions) {
        return new ArrayList<>(CollectionConverters.asJava(expressions));
    }

    private static Seq<Expression> seq(List<Expression> expressions) {
        return CollectionConverters.asScala(expressions).toSeq();
    }
}

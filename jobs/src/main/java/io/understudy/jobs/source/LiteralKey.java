package io.understudy.jobs.source;

import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** What Spark's literals are known as in cells. */
final class LiteralKey {
    private LiteralKey() {}

    /** The key of a value of a column's type; empty if it is missing, or if keys stand for less than values do. */
    static OptionalLong of(@Nullable Object value, ColumnType type) {
        if (value instanceof Boolean flag) {
            return OptionalLong.of(flag ? 1 : 0);
        }
        if (value instanceof Double number) {
            return OptionalLong.of(Keys.ofDouble(number));
        }
        if (value instanceof Float number) {
            return OptionalLong.of(Keys.ofFloat(number));
        }
        if (value instanceof Decimal decimal && type instanceof ColumnType.Decimal column && column.exact()) {
            return unscaled(decimal.toJavaBigDecimal(), column);
        }
        return value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long
                ? OptionalLong.of(((Number) value).longValue())
                : OptionalLong.empty();
    }

    private static OptionalLong unscaled(BigDecimal value, ColumnType.Decimal column) {
        BigDecimal scaled = value.setScale(column.scale(), RoundingMode.DOWN);
        return scaled.compareTo(value) == 0 && scaled.precision() <= column.precision()
                ? OptionalLong.of(scaled.unscaledValue().longValueExact())
                : OptionalLong.empty();
    }

    /** A text, or bytes in the form in which columns hold them; empty if it is missing. */
    static Optional<String> text(@Nullable Object value) {
        if (value instanceof UTF8String text) {
            return Optional.of(text.toString());
        }
        return value instanceof byte[] bytes
                ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }
}

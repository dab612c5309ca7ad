package io.understudy.codec;

import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the codec that a column's type and kind call for. */
final class CodecLearner {
    private CodecLearner() {}

    static Codec learn(ColumnCounts counts, Kind kind, Settings settings) {
        ColumnType type = counts.column().type();
        check(counts.column(), kind);
        boolean keyed = type.keyed();
        if (counts.present() == 0 || (counts.present() < settings.k() && counts.missing() > 0)) {
            return new AbsentCodec(counts.column().name(), keyed);
        }
        if (keyed) {
            return (kind == Kind.IDENTIFIER || kind.personal()) && counts.present() >= settings.k()
                    ? UniqueCodec.learn(counts, settings)
                    : OrderedCodec.learn(counts, kind, settings);
        }
        if (formatted(kind)) {
            return FormattedCodec.learn(counts, new FormInference(settings.k()).decided(counts, kind), settings);
        }
        boolean labels = kind.modelled()
                && !LabelCodec.frequent(counts.cells(), settings.k()).isEmpty();
        return labels ? LabelCodec.learn(counts, settings) : ShapeCodec.learn(counts, kind, settings);
    }

    private static boolean formatted(Kind kind) {
        return kind == Kind.NUMBER || kind == Kind.DATE || kind == Kind.TIMESTAMP;
    }

    private static void check(Column column, Kind kind) {
        if (!fits(column.type(), kind)) {
            throw new IllegalArgumentException("column " + column.name() + " cannot be of kind " + word(kind.name())
                    + " because its type is " + word(column.type().getClass().getSimpleName())
                    + "; leave the kind out or choose one of " + fitting(column.type()));
        }
    }

    private static String fitting(ColumnType type) {
        return Stream.of(Kind.values())
                .filter(kind -> fits(type, kind))
                .map(kind -> word(kind.name()))
                .collect(Collectors.joining(", "));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean fits(ColumnType type, Kind kind) {
        return switch (kind) {
            case CATEGORY -> true;
            case ORDINAL -> true;
            case IDENTIFIER -> !type.keyed() || Inference.whole(type);
            case TEXT, NAME, EMAIL, ADDRESS, IBAN, IP -> !type.keyed();
            case PHONE, CARD, NATIONAL_ID -> !type.keyed() || Inference.whole(type);
            case BOOLEAN -> type instanceof ColumnType.Flag;
            case DATE -> type instanceof ColumnType.Date || type instanceof ColumnType.Text;
            case TIMESTAMP -> type instanceof ColumnType.Timestamp || type instanceof ColumnType.Text;
            case NUMBER -> type.keyed() || type instanceof ColumnType.Text;
        };
    }
}

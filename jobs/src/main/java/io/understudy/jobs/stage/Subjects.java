package io.understudy.jobs.stage;

import io.understudy.check.picture.Subject;
import io.understudy.codec.AssessmentCodec;
import io.understudy.codec.Codec;
import io.understudy.codec.FormattedCodec;
import io.understudy.codec.KeyForm;
import io.understudy.codec.LabelCodec;
import io.understudy.codec.OrderedCodec;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.personal.Treatments;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a report may call the codes of a codec for checks: labels that the profile holds, and so at least k rows have, as
 * they are after treatment.
 */
record Subjects(ProfileFile profile, Treatments treatments) {

    /** One a variable of the codec. */
    List<Subject> of(AssessmentCodec codec) {
        return IntStream.range(0, codec.columns().size())
                .mapToObj(v -> of(codec, v))
                .toList();
    }

    private Subject of(AssessmentCodec codec, int variable) {
        int column = codec.columns().get(variable);
        ProfileFile.Entry entry = profile.columns().get(column);
        if (codec.domain().variable(variable).ordered()) {
            return new Subject(entry.kind(), Map.of());
        }
        RawColumn known = known(entry.codec().codec());
        int rows = rows(known);
        RawColumn treated = treatments.isEmpty() ? known : treatments.column(column, known, rows);
        int[] codes = codec.encode(variable, treated, rows);
        Map<Integer, String> labels = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (!treated.missing(row)) {
                labels.put(codes[row], text(treated, row, entry.type()));
            }
        }
        return new Subject(entry.kind(), labels);
    }

    /** The single values that a codec holds. */
    private static RawColumn known(Codec codec) {
        if (codec instanceof LabelCodec labels) {
            return texts(labels.parts().texts());
        }
        if (codec instanceof FormattedCodec formatted) {
            return texts(formatted.parts().words());
        }
        return codec instanceof OrderedCodec ordered ? keys(ordered.parts()) : texts(List.of());
    }

    private static RawColumn texts(List<String> texts) {
        return new RawColumn.Texts(IntStream.range(0, texts.size()).toArray(), texts.toArray(String[]::new));
    }

    private static RawColumn keys(OrderedCodec.Parts parts) {
        int[] single = IntStream.range(0, parts.lows().length)
                .filter(cell -> parts.lows()[cell] == parts.highs()[cell])
                .toArray();
        RawColumn.Keyed keys = new RawColumn.Keyed(single.length);
        Arrays.setAll(keys.keys(), i -> parts.lows()[single[i]]);
        return keys;
    }

    private static int rows(RawColumn column) {
        return column instanceof RawColumn.Keyed keyed ? keyed.keys().length : ((RawColumn.Texts) column).ids().length;
    }

    private static String text(RawColumn column, int row, ColumnType type) {
        if (column instanceof RawColumn.Texts texts) {
            return texts.vocabulary()[texts.ids()[row]];
        }
        long key = ((RawColumn.Keyed) column).keys()[row];
        if (type instanceof ColumnType.Flag) {
            return key == 0 ? "false" : "true";
        }
        if (type instanceof ColumnType.Decimal decimal && decimal.exact()) {
            return BigDecimal.valueOf(key, decimal.scale()).toPlainString();
        }
        double number = KeyForm.of(type).value(key);
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

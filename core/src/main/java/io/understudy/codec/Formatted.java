package io.understudy.codec;

import io.understudy.codec.form.Form;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.Map;

/**
 * A form that texts of a column fit.
 *
 * @param form  what most rows that it reads are written by
 * @param cells counted keys of the rows that it reads
 * @param fits  rows whose text is exactly as the form writes it
 * @param read  rows that it reads
 */
public record Formatted(Form form, Cells cells, long fits, long read) implements Serializable {

    /** What is left when texts that keep codes of their own are taken out. */
    Formatted without(Map<String, Long> texts) {
        LongCounts read = new LongCounts();
        texts.forEach((text, rows) -> {
            long key = form.parse(text);
            if (key != Form.NONE) {
                read.add(key, rows);
            }
        });
        Cells rest = read.size() == 0 ? cells : cells.minus(read);
        return new Formatted(form, rest, fits, rest.total());
    }

    /** What the keys are: numbers, days or times. */
    Kind kind() {
        ColumnType type = form.type();
        if (type instanceof ColumnType.Date) {
            return Kind.DATE;
        }
        return type instanceof ColumnType.Timestamp ? Kind.TIMESTAMP : Kind.NUMBER;
    }
}

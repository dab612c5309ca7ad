package io.understudy.codec;

import io.understudy.codec.form.Form;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What the texts of a column can be read as.
 *
 * @param found        forms, the one that most rows fit first
 * @param leadingZeros rows of digits that begin with a zero
 */
public record FormCounts(List<Formatted> found, long leadingZeros) implements Serializable {
    /** Of a column that holds no texts. */
    public static final FormCounts NONE = new FormCounts(List.of(), 0);

    public FormCounts {
        found = List.copyOf(found);
    }

    /** The form that most rows fit among those of a kind; empty where there is none. */
    Optional<Formatted> best(Kind kind) {
        return found.stream().filter(formatted -> formatted.kind() == kind).findFirst();
    }

    /** What was counted of the texts that a form reads; empty where none were. */
    Optional<Formatted> of(Form form) {
        return found.stream()
                .filter(formatted -> formatted.form().family().equals(form.family()))
                .findFirst();
    }
}

package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.RealRows;
import java.util.List;
import java.util.Optional;

/** Reads what of the input's own rows is published: {@code output.augment} with {@code output.provenance}, {@code output.impute}. */
final class RealRowsReader {
    private static final String AUGMENT = "augment";
    private static final String IMPUTE = "impute";
    private static final String PROVENANCE = "provenance";
    private static final String EITHER = "true, false or a list of columns";

    private RealRowsReader() {}

    static RealRows read(Section output) {
        Optional<Value> augment = output.value(AUGMENT).filter(Value::bool);
        Optional<Value> impute = output.value(IMPUTE).filter(RealRowsReader::asksForSomething);
        Optional<Value> provenance = output.value(PROVENANCE);
        Optional<Value> other = provenance.filter(value -> !value.text().equals(PROVENANCE));
        if (augment.isEmpty() && other.isPresent()) {
            throw other.get()
                    .conflict("names the column that tells real rows from synthetic ones, which only"
                            + " output.augment: true publishes together; set that, or leave it out");
        }
        if (augment.isPresent()) {
            refuseBeside(output, augment.get(), impute);
            return new RealRows.Augmented(provenance.map(Value::text).orElse(PROVENANCE));
        }
        impute.ifPresent(value -> refuseOtherRows(output, value));
        return impute.<RealRows>map(value -> new RealRows.Imputed(columns(value)))
                .orElse(RealRows.none());
    }

    private static void refuseBeside(Section output, Value augment, Optional<Value> impute) {
        impute.ifPresent(value -> {
            throw value.conflict("fills the input's own rows, and output.augment adds others to them; do one after the"
                    + " other, in two jobs");
        });
        if (asked(output).isEmpty()) {
            throw augment.conflict(
                    "needs output.rebalance or output.conditions, which say of what there shall be more");
        }
        number(output).ifPresent(rows -> {
            throw rows.conflict("is a number, but with output.augment it follows from the input's rows and from what is"
                    + " asked for; leave it out");
        });
    }

    private static void refuseOtherRows(Section output, Value impute) {
        asked(output).ifPresent(conditions -> {
            throw impute.conflict("publishes the rows that there are, and " + conditions.path()
                    + " asks for others; leave out one of the two");
        });
        number(output).ifPresent(rows -> {
            throw rows.conflict("is a number, but output.impute publishes every real row once; write same");
        });
    }

    /** What asks for rows, if anything does. */
    private static Optional<Value> asked(Section output) {
        return output.value("conditions").filter(value -> !isEmptyList(value)).or(() -> output.value("rebalance"));
    }

    private static boolean isEmptyList(Value value) {
        return value.tree() instanceof Tree.Sequence sequence
                && sequence.items().isEmpty();
    }

    private static Optional<Value> number(Section output) {
        return output.value("rows").filter(rows -> !rows.scalar().text().equals("same"));
    }

    private static boolean asksForSomething(Value impute) {
        return impute.tree() instanceof Tree.Sequence sequence
                ? !sequence.items().isEmpty()
                : isTrue(impute);
    }

    private static boolean isTrue(Value impute) {
        try {
            return impute.bool();
        } catch (ConfigurationException otherwise) {
            throw impute.wrong(EITHER);
        }
    }

    private static List<String> columns(Value impute) {
        return impute.tree() instanceof Tree.Sequence ? impute.texts() : List.of();
    }
}

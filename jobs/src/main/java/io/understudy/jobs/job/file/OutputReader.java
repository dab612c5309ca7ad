package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.Output.Format;
import io.understudy.jobs.job.Output.Mode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the key {@code output}: where and how to publish. */
record OutputReader(Locations locations) {
    private static final String NEEDS_DELTA =
            "needs the transactions of Delta; set output.format to delta, or output.mode to error or overwrite";

    Output read(Section output) {
        String key = output.exactlyOne("path", "table");
        Value place = output.value(key).orElseThrow();
        Format format =
                output.value("format").map(value -> value.choice(Format.class)).orElse(Format.DELTA);
        Mode mode = output.value("mode").map(value -> value.choice(Mode.class)).orElse(Mode.ERROR);
        if (format == Format.PARQUET) {
            refuseWithoutTransactions(output, mode);
        }
        return new Output(
                key.equals("path") ? Output.Kind.PATH : Output.Kind.TABLE,
                key.equals("path") ? locations.resolve(place) : place.text(),
                format,
                mode,
                replaceWhere(output, mode),
                rows(output),
                new ConditionsReader(locations).read(output),
                RealRowsReader.read(output));
    }

    private static void refuseWithoutTransactions(Section output, Mode mode) {
        output.value("table").ifPresent(value -> {
            throw value.conflict(
                    "cannot be published as parquet all at once; set output.format to delta, or output.path");
        });
        if (mode == Mode.APPEND || mode == Mode.REPLACE_WHERE) {
            throw output.value("mode").orElseThrow().conflict(NEEDS_DELTA);
        }
    }

    private static Optional<String> replaceWhere(Section output, Mode mode) {
        Optional<Value> predicate = output.value("replace-where");
        if (mode == Mode.REPLACE_WHERE && predicate.isEmpty()) {
            throw output.value("mode")
                    .orElseThrow()
                    .conflict("needs output.replace-where, the predicate whose rows are replaced");
        }
        if (mode != Mode.REPLACE_WHERE && predicate.isPresent()) {
            throw predicate.get().conflict("needs output.mode: replace-where");
        }
        return predicate.map(Value::text);
    }

    private static OptionalLong rows(Section output) {
        Optional<Value> rows = output.value("rows");
        if (rows.isEmpty() || isSame(rows.get())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(rows.get().whole(1, Long.MAX_VALUE, "\"same\" or a whole number >= 1"));
    }

    private static boolean isSame(Value rows) {
        return rows.tree() instanceof Tree.Scalar scalar && scalar.text().equals("same");
    }
}

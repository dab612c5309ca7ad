package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Options;
import io.understudy.jobs.job.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys {@code input} and {@code holdout}: the tables that a job looks at. */
record SourceReader(Locations locations) {
    private static final double DEFAULT_FRACTION = 0.2;

    Source input(Section input) {
        return switch (input.exactlyOne("path", "table", "query")) {
            case "path" -> path(input);
            case "table" -> {
                refuse(input, "format", "goes with input.path; a table of the catalog knows its format");
                yield named(Source.Kind.TABLE, input, "table");
            }
            default -> {
                refuse(input, "format", "goes with input.path; a query reads tables by their names");
                refuse(input, "options", "goes with input.path or input.table; a query has none");
                refuse(input, "version", "goes with input.path or input.table; write VERSION AS OF into the query");
                yield named(Source.Kind.QUERY, input, "query");
            }
        };
    }

    /** The table at a path that a key of the section names. */
    Source at(Section section, String key) {
        Source plain = Source.ofPath(
                section.value(key).map(locations::resolve).orElseThrow(),
                section.value("format").map(Value::text));
        return new Source(Source.Kind.PATH, plain.from(), plain.format(), options(section), Optional.empty());
    }

    private Source path(Section section) {
        Source plain = Source.ofPath(
                section.value("path").map(locations::resolve).orElseThrow(),
                section.value("format").map(Value::text));
        if (!plain.format().equals(Optional.of("delta"))) {
            refuse(section, "version", "needs the format delta; other formats keep no versions");
        }
        return new Source(Source.Kind.PATH, plain.from(), plain.format(), options(section), version(section));
    }

    private static Source named(Source.Kind kind, Section section, String key) {
        String from = section.value(key).map(Value::text).orElseThrow();
        return new Source(kind, from, Optional.empty(), options(section), version(section));
    }

    private static Optional<String> version(Section section) {
        return section.value("version").map(Value::text);
    }

    private static Options options(Section section) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        section.value("options")
                .map(value -> Section.open(value.path(), value.tree()).values())
                .orElse(Map.of())
                .forEach((key, value) -> {
                    values.put(key, value.scalar().text());
                    written.put(key, value.scalar().written());
                });
        return new Options(values, written);
    }

    Holdout holdout(Section holdout) {
        double fraction = holdout.value("fraction")
                .map(value -> value.number(Double.MIN_VALUE, Math.nextDown(1.0), "a number above 0 and below 1"))
                .orElse(DEFAULT_FRACTION);
        List<String> key = holdout.value("key").map(Value::texts).orElse(List.of());
        return new Holdout(fraction, key, table(holdout));
    }

    private Optional<Source> table(Section holdout) {
        if (holdout.value("path").isPresent()) {
            return Optional.of(path(holdout));
        }
        refuse(holdout, "format", "needs holdout.path; a fraction of the input has the input's format");
        refuse(holdout, "options", "needs holdout.path; a fraction of the input has the input's options");
        return Optional.empty();
    }

    private static void refuse(Section section, String key, String why) {
        section.value(key).filter(SourceReader::saysSomething).ifPresent(value -> {
            throw value.conflict(why);
        });
    }

    private static boolean saysSomething(Value value) {
        return !(value.tree() instanceof Tree.Mapping mapping)
                || !mapping.entries().isEmpty();
    }
}

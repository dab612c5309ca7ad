package io.understudy.jobs.job.file;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** The types of YAML's core schema. */
enum ScalarType {
    NULL,
    BOOLEAN,
    WHOLE,
    DECIMAL,
    TEXT;

    private static final Map<Tag, ScalarType> BY_TAG = Map.of(
            Tag.NULL, NULL, Tag.BOOL, BOOLEAN, Tag.INT, WHOLE, Tag.FLOAT, DECIMAL, Tag.STR, TEXT, Tag.ENV_TAG, TEXT);

    /** The type of a tag; empty for tags outside the core schema. */
    static Optional<ScalarType> of(Tag tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /** The type that an unquoted text has. */
    static ScalarType ofPlain(String text) {
        return of(new CoreScalarResolver(false).resolve(text, true)).orElse(TEXT);
    }
}

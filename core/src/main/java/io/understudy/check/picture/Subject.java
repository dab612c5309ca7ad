package io.understudy.check.picture;

import io.understudy.schema.Kind;
import java.util.Map;

/**
 * What is known of a variable beside its codes.
 *
 * @param kind   what its numbers mean, where it has any
 * @param labels texts of codes that may be named, by code; empty for numbers
 */
public record Subject(Kind kind, Map<Integer, String> labels) {
    public Subject {
        labels = Map.copyOf(labels);
    }
}

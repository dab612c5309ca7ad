package io.understudy.domain;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** A set of variables, as strictly increasing positions in a {@link Domain}. */
public record Clique(List<Integer> variables) implements Serializable {

    public Clique {
        variables = List.copyOf(variables);
        List<Integer> sorted = variables;
        if (IntStream.range(1, sorted.size()).anyMatch(i -> sorted.get(i - 1) >= sorted.get(i))) {
            throw new IllegalArgumentException("variables must be strictly increasing, got " + variables);
        }
    }

    /** Of positions in a domain, in any order and without repeats. */
    public static Clique of(int... variables) {
        return new Clique(IntStream.of(variables).sorted().distinct().boxed().toList());
    }
}

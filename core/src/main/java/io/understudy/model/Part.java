package io.understudy.model;

import io.understudy.domain.Domain;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which variables of some rows are to be drawn.
 *
 * @param given  evidence: variables that lead the model, whose codes came from elsewhere
 * @param drawn  variables whose codes this model drew before for these rows, by the same seed and evidence
 * @param wanted variables to draw: with given and drawn ones, all that the model {@linkplain Model#needed needs} for them
 */
public record Part(List<Integer> given, Set<Integer> drawn, Set<Integer> wanted) implements Serializable {
    public Part {
        given = List.copyOf(given);
        drawn = Set.copyOf(drawn);
        wanted = Set.copyOf(wanted);
    }

    /** All variables but the given ones. */
    public static Part others(Domain domain, List<Integer> given) {
        Set<Integer> others = IntStream.range(0, domain.width())
                .filter(v -> !given.contains(v))
                .boxed()
                .collect(Collectors.toSet());
        return new Part(given, Set.of(), others);
    }
}

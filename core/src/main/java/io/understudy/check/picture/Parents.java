package io.understudy.check.picture;

import java.util.List;

/**
 * What the distribution of a column was learned to depend on.
 *
 * @param column  its name
 * @param parents names of columns drawn before it, the one that tells most first; empty where it depends on none
 */
public record Parents(String column, List<String> parents) {
    public Parents {
        parents = List.copyOf(parents);
    }
}

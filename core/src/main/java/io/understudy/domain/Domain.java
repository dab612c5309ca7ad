package io.understudy.domain;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * The coded variables of a table, in column order.
 *
 * @param variables with unique names
 */
public record Domain(List<Variable> variables) implements Serializable {
    private static final int MAX_CELLS = Integer.MAX_VALUE - 8;

    public Domain {
        variables = List.copyOf(variables);
        List<String> names = variables.stream().map(Variable::name).toList();
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("names must be unique, got " + names);
        }
    }

    /** How many variables there are. */
    public int width() {
        return variables.size();
    }

    /** The variable at a position, from 0. */
    public Variable variable(int index) {
        return variables.get(index);
    }

    /** How many codes the variable at a position has, at least 1. */
    public int size(int variable) {
        return variables.get(variable).size();
    }

    /** A clique's variables alone, in its order. */
    public Domain project(Clique clique) {
        return new Domain(clique.variables().stream().map(variables::get).toList());
    }

    /** Number of cells of the contingency table over this domain; throws when it does not fit an array. */
    public int cells() {
        long cells = 1;
        for (Variable variable : variables) {
            cells *= variable.size();
            if (cells > MAX_CELLS) {
                throw new IllegalArgumentException("a table over " + width() + " variables has more than " + MAX_CELLS
                        + " cells; use coarser codes or fewer variables");
            }
        }
        return (int) cells;
    }
}

package io.understudy.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which codes of a batch of rows are known, whatever variables they are of.
 *
 * <p>Two uses differ in what weights must tell. Where every candidate of a row has its own known codes, all their probability
 * counts; where all have the same ones, only what depends on codes that are drawn.
 */
public final class Known {
    private final boolean[][] cells;
    private final boolean[] everywhere;
    private final Set<Integer> present;
    private final boolean proposed;

    private Known(boolean[][] cells, Set<Integer> present, boolean proposed) {
        this.cells = cells;
        this.present = Set.copyOf(present);
        this.proposed = proposed;
        this.everywhere = new boolean[cells.length];
        for (int v = 0; v < cells.length; v++) {
            everywhere[v] = all(cells[v]);
        }
    }

    private static boolean all(boolean[] known) {
        for (boolean one : known) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /**
     * All codes of some variables, each candidate having its own.
     *
     * @param width how many variables there are
     */
    public static Known columns(List<Integer> variables, int width, int rows) {
        boolean[][] cells = new boolean[width][rows];
        variables.forEach(v -> Arrays.fill(cells[v], true));
        return new Known(cells, Set.of(), true);
    }

    /**
     * Some codes of each row, the same of all its candidates.
     *
     * @param cells   true where a code is known, shape (variables, rows); not copied
     * @param present variables whose unknown codes are known not to be the one for missing
     */
    public static Known cells(boolean[][] cells, Set<Integer> present) {
        return new Known(cells, present, false);
    }

    /** Whether the codes of a variable are known in all rows. */
    public boolean everywhere(int variable) {
        return everywhere[variable];
    }

    /** Where the code of a variable is known, by row. */
    public boolean[] rows(int variable) {
        return cells[variable];
    }

    /** Whether a variable's unknown codes are known not to be the one for missing. */
    public boolean present(int variable) {
        return present.contains(variable);
    }

    /** Whether the probability of a variable's known codes tells one candidate from another. */
    public boolean tells(Set<Integer> parents) {
        return proposed || parents.stream().anyMatch(parent -> !everywhere[parent]);
    }
}

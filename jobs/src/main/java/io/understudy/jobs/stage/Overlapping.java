package io.understudy.jobs.stage;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.stat.Margins;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions of which one row can meet several: the rows of each {@link Atoms atom} are a part of the table. How many there are
 * of each is what is nearest to the model with exactly the rows that are asked for, see {@link Margins#allotted}.
 *
 * @param chances of what atoms may be
 */
record Overlapping(Possible possible, Conditioning.Chances chances) {

    /**
     * What is drawn.
     *
     * @throws ConfigurationException where a condition cannot be met, or not with others in these numbers
     */
    Conditioning.Drawn drawn(Conditioning.Wanted wanted) {
        Atoms atoms = Atoms.of(possible, this::chance);
        Amounts amounts = wanted.of(atoms.apart(possible.parts().size()));
        refuseUnseen(atoms, amounts);
        Margins margins = new Margins(
                atoms.sets(),
                amounts.parts().stream().mapToLong(Long::longValue).toArray(),
                amounts.total());
        long[] rows = margins.allotted(atoms.chances())
                .orElseThrow(() -> new ConfigurationException(new Contradiction(possible, atoms, margins).words()));
        List<ConditionedRows.Part> drawn = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int atom = 0; atom < rows.length; atom++) {
            if (rows[atom] > 0) {
                ConditionedRows.Part one = atoms.parts().get(atom);
                drawn.add(new ConditionedRows.Part(rows[atom], one.lottery(), one.which(), one.places()));
                refusals.add("output.conditions ask for " + rows[atom]
                        + " rows of a kind that the model has never seen; ask for other numbers");
            }
        }
        return new Conditioning.Drawn(
                new ConditionedRows(possible.leads(), drawn), possible.weights(), refusals, amounts);
    }

    private double chance(ConditionedRows.Part atom) {
        return chances.of(new ConditionedRows(possible.leads(), List.of(atom)), possible.weights());
    }

    private void refuseUnseen(Atoms atoms, Amounts amounts) {
        for (int condition = 0; condition < possible.parts().size(); condition++) {
            if (amounts.parts().get(condition) > 0 && !atoms.any(1L << condition, 0)) {
                throw new ConfigurationException(possible.refusal(condition));
            }
        }
    }
}

package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.table.SourceRows;

/**
 * Every real row once, after treatment: what privacy is measured of. Where rows have weights, copies of a row would hide
 * whom an attack singles out.
 *
 * @param rows    of which those are left out that stand for too little to have a copy
 * @param profile what was learned, over as many rows
 */
record Persons(SourceRows.Split rows, ProfileFile profile) {

    /** Of an input whose rows have weights. Two passes. */
    static Persons of(Inputs inputs, ProfileFile learned) {
        SourceRows.Split once = inputs.sides().persons();
        long train = inputs.reading(() -> once.train().count());
        long holdout = inputs.reading(() -> once.holdout().count());
        return new Persons(
                Inputs.treated(once, Sampling.treatments(learned)), learned.over(inputs.basis(), train, holdout));
    }
}

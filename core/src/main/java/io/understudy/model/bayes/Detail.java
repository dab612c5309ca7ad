package io.understudy.model.bayes;

/** How the lean of a distribution on a larger population's changes from coarse steps to fine ones. */
enum Detail {
    /** Lean more the finer the step, with the square of its depth: values have a density, and neighbours are alike. */
    SMOOTH {
        @Override
        double weight(int depth) {
            return (double) depth * depth;
        }
    },
    /**
     * Lean on the larger population as on so many rows of it, which fewer and fewer reach the finer the step: values are
     * names, such as the number of a flight or a time of a timetable, and neighbours have nothing to do with each other.
     * As steps halve the rows, this is Dirichlet smoothing.
     */
    NAMES {
        @Override
        double weight(int depth) {
            return Math.scalb(1.0, 1 - depth);
        }
    };

    /** By how much a cell at a depth, from 1, leans more than one at the first step. */
    abstract double weight(int depth);
}

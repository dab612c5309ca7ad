package io.understudy.model.bayes;

/** How the lean of a distribution on a larger population's changes from coarse steps to fine ones. */
enum Detail {
    /** Lean more the finer the step, with the square of its depth: values have a density, and neighbours are alike. */
    SMOOTH {
        @Override
        double weight(int depth, double mass) {
            return (double) depth * depth;
        }
    },
    /**
     * Lean on the larger population as on so many rows of it, of which a step is reached by the larger population's share:
     * values are names, such as the number of a flight or a time of a timetable, and neighbours have nothing to do with
     * each other. This is Dirichlet smoothing, whatever the steps.
     */
    NAMES {
        @Override
        double weight(int depth, double mass) {
            return mass;
        }
    };

    /**
     * How many times the strength of the first step a cell leans.
     *
     * @param depth of the cell, from 1
     * @param mass  the larger population's share of the cell above
     */
    abstract double weight(int depth, double mass);
}

package io.understudy.jobs.personal;

import io.understudy.codec.KeyForm;
import io.understudy.jobs.job.Treatment.KeySource;
import java.io.Serializable;
import java.util.List;

/** What is done with the values of one column: decided when the table is profiled, kept with the profile, without any secret. */
public sealed interface Applied extends Serializable {

    /** In a few words, for people. */
    String words();

    /** The values leave as the model makes them. */
    record Nothing() implements Applied {
        @Override
        public String words() {
            return "none";
        }
    }

    /**
     * Values are made up.
     *
     * @param locale   language and country
     * @param chosen   whether a person chose the locale; else it follows a country column of the row
     * @param style    how the column's texts are written
     * @param distinct whether they never repeat
     */
    record Faked(String locale, boolean chosen, Style style, boolean distinct) implements Applied {
        @Override
        public String words() {
            return "fake (" + locale + (distinct ? ", distinct)" : ")");
        }
    }

    /**
     * Values become keyed hashes.
     *
     * @param shaped whether a hash has the shape of its value
     */
    record Pseudonymised(KeySource key, boolean shaped) implements Applied {
        @Override
        public String words() {
            return "pseudonymise" + (shaped ? " (shaped)" : "");
        }
    }

    /**
     * Letters and digits are hidden.
     *
     * @param last how many of the last ones stay
     */
    record Masked(int last) implements Applied {
        @Override
        public String words() {
            return "mask" + (last > 0 ? " (last " + last + " left)" : "");
        }
    }

    /**
     * Numbers are rounded down to a multiple of a step.
     *
     * @param step in whole keys of an integer form, else in numbers
     */
    record Rounded(KeyForm form, double step) implements Applied {
        @Override
        public String words() {
            return "generalise (steps)";
        }
    }

    /** Days become the first of their month. */
    record Months() implements Applied {
        @Override
        public String words() {
            return "generalise (month)";
        }
    }

    /** Times become the start of their day, in UTC. */
    record Days() implements Applied {
        @Override
        public String words() {
            return "generalise (day)";
        }
    }

    /**
     * Texts become a coarser one that at least k rows share: their own if it is among these, else one drawn by weight.
     *
     * @param values  most frequent first; at least one
     * @param weights rows of the training table, rounded to multiples of k
     */
    record Coarsened(Coarser by, List<String> values, long[] weights) implements Applied {
        public Coarsened {
            values = List.copyOf(values);
        }

        @Override
        public String words() {
            return "generalise (" + by.words() + ")";
        }
    }

    /**
     * Laplace noise is added.
     *
     * @param scale in distances of the column's grid
     */
    record Perturbed(double scale) implements Applied {
        @Override
        public String words() {
            return "perturb";
        }
    }
}

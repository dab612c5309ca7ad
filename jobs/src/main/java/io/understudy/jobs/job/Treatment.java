package io.understudy.jobs.job;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person asks to be done with the values of a column before they leave.
 *
 * @param way    what is done
 * @param locale language and country of what is made up, such as {@code de-DE}; of {@link Way#FAKE}
 * @param key    where the key lies; of {@link Way#PSEUDONYMISE}, empty means the environment variable {@value #KEY}
 * @param shaped whether a pseudonym has the shape of its value rather than that of a token
 * @param last   how many letters and digits a mask leaves at the end, 0 or more
 * @param noise  scale of the noise of {@link Way#PERTURB}, in interquartile ranges of the column
 */
public record Treatment(
        Way way, Optional<String> locale, Optional<KeySource> key, boolean shaped, int last, OptionalDouble noise) {
    /** The environment variable that holds the key where the job file does not say otherwise. */
    public static final String KEY = "UNDERSTUDY_KEY";

    /** What can be done. */
    public enum Way {
        FAKE,
        PSEUDONYMISE,
        MASK,
        GENERALISE,
        PERTURB,
        DROP
    }

    /** A treatment with nothing further said about it. */
    public static Treatment of(Way way) {
        return new Treatment(way, Optional.empty(), Optional.empty(), false, 0, OptionalDouble.empty());
    }

    /**
     * Where a secret key lies; never the key itself.
     *
     * @param from the name of an environment variable or the path of a file
     */
    public record KeySource(Place place, String from) implements Serializable {

        /** The two places a key can lie in. */
        public enum Place {
            ENV,
            FILE
        }

        @Override
        public String toString() {
            return place == Place.ENV ? "the environment variable " + from : "the file " + from;
        }
    }

    /** Where the key lies. */
    public KeySource keySource() {
        return key.orElseGet(() -> new KeySource(KeySource.Place.ENV, KEY));
    }
}

package io.understudy.jobs.job.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML without its syntax: what was written, and where. A value below a key has the place of the key. */
sealed interface Tree {

    Place place();

    /** What is here, for a message that says what was got; long texts are cut. */
    String described();

    /**
     * One value.
     *
     * @param text the value, environment variables filled in
     * @param written the value as it was written: all that a message may show
     * @param plain whether it was written without quotes, so that its type follows from its text
     */
    record Scalar(ScalarType type, String text, String written, boolean plain, Place place) implements Tree {
        private static final int SHOWN = 40;

        @Override
        public String described() {
            if (type == ScalarType.NULL) {
                return "nothing";
            }
            String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "..." : written;
            return type == ScalarType.TEXT || !written.equals(text) ? '"' + shown + '"' : shown;
        }
    }

    /** A list. */
    record Sequence(List<Tree> items, Place place) implements Tree {

        @Override
        public String described() {
            return "a list";
        }
    }

    /** Keys and their values, in the order in which they were written. */
    record Mapping(Map<String, Tree> entries, Place place) implements Tree {

        /** This mapping with one key set anew. */
        Mapping with(String key, Tree value) {
            Map<String, Tree> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(changed, place);
        }

        @Override
        public String described() {
            return "keys and values";
        }
    }

    /** Whether a key with this value counts as left out. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
    }
}

package io.understudy.jobs.source;

import io.understudy.jobs.fitted.ModelPlace;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Suggestion;
import io.understudy.jobs.job.Treatment.KeySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.catalog.TableCatalog;

/**
 * What a reader asks of the data source.
 *
 * @param model      where the fitted model lies
 * @param rows       of the table, 0 or more; empty means as many as the model's input had
 * @param seed       of the rows
 * @param partitions to draw in, at least 1; empty leaves it to the number of rows
 */
record SourceOptions(ModelPlace model, OptionalLong rows, long seed, OptionalInt partitions) {
    static final String FORMAT = "understudy";

    /** What {@code load(path)} is known as. */
    private static final String PATH = "path";

    private static final String MODEL = "model";
    private static final String ROWS = "rows";
    private static final String SEED = "seed";
    private static final String PARTITIONS = "partitions";
    private static final String KEY_ENV = "key-env";
    private static final String KEY_FILE = "key-file";
    private static final List<String> KNOWN = List.of(MODEL, ROWS, SEED, PARTITIONS, KEY_ENV, KEY_FILE);

    /**
     * Reads options.
     *
     * @param given by name, case aside
     * @throws ConfigurationException naming the option that is wrong, and what to write instead
     */
    static SourceOptions of(Map<String, String> given) {
        refuseCatalog(given);
        given.keySet().forEach(SourceOptions::refuseUnknown);
        return new SourceOptions(
                new ModelPlace(model(given), key(given)),
                given.containsKey(ROWS) ? OptionalLong.of(whole(given, ROWS, 0, Long.MAX_VALUE)) : OptionalLong.empty(),
                given.containsKey(SEED) ? whole(given, SEED, Long.MIN_VALUE, Long.MAX_VALUE) : 0,
                given.containsKey(PARTITIONS)
                        ? OptionalInt.of((int) whole(given, PARTITIONS, 1, Integer.MAX_VALUE))
                        : OptionalInt.empty());
    }

    /** A catalog hands out the options of its tables under names of their own, beside properties that are none. */
    private static void refuseCatalog(Map<String, String> given) {
        if (given.keySet().stream().anyMatch(name -> name.startsWith(TableCatalog.OPTION_PREFIX))) {
            throw new ConfigurationException(
                    "the data source understudy cannot be a table of a catalog; drop the table,"
                            + " and write CREATE TEMPORARY VIEW in place of CREATE TABLE");
        }
    }

    private static void refuseUnknown(String name) {
        if (!KNOWN.contains(name) && !name.equals(PATH)) {
            throw new ConfigurationException("the data source understudy has no option \"" + name + "\""
                    + Suggestion.nearest(name, KNOWN)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse("; it has " + String.join(", ", KNOWN)));
        }
    }

    private static String model(Map<String, String> given) {
        Optional<String> model = Optional.ofNullable(given.get(MODEL));
        Optional<String> path = Optional.ofNullable(given.get(PATH));
        if (model.isPresent() && path.isPresent() && !model.equals(path)) {
            throw new ConfigurationException("a model is named twice, by the option model and by the path to load: "
                    + model.get() + " and " + path.get() + "; leave one out");
        }
        return model.or(() -> path)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ConfigurationException("the data source understudy needs a model; give the"
                        + " folder that understudy fit left it in with option(\"model\", ...) or load(...)"));
    }

    private static Optional<KeySource> key(Map<String, String> given) {
        if (given.containsKey(KEY_ENV) && given.containsKey(KEY_FILE)) {
            throw new ConfigurationException("the options key-env and key-file both name a key; leave one out");
        }
        return Optional.ofNullable(given.get(KEY_ENV))
                .map(name -> new KeySource(KeySource.Place.ENV, name))
                .or(() -> Optional.ofNullable(given.get(KEY_FILE))
                        .map(file -> new KeySource(KeySource.Place.FILE, file)));
    }

    private static long whole(Map<String, String> given, String name, long least, long most) {
        String text = given.getOrDefault(name, "").strip();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, text, least);
        }
        throw wrong(name, text, least);
    }

    private static ConfigurationException wrong(String name, String text, long least) {
        return new ConfigurationException("the option " + name + " must be a whole number"
                + (least == Long.MIN_VALUE ? " of at most 64 bits" : " >= " + least) + ", got \"" + text
                + "\"; write it like option(\"" + name + "\", \"1000\")");
    }
}

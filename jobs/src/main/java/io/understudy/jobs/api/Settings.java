package io.understudy.jobs.api;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Source;
import io.understudy.jobs.job.file.JobFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys of a job file and their values. */
final class Settings {
    private static final String IN_PLACE_OF = "a table that is given";
    private static final String OUTPUT = "output";

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String key, String value) {
        values.put(key, value);
    }

    private static void refuse(String key) {
        throw new ConfigurationException(
                key + " says what a job publishes, and a library publishes nothing; leave it out. For"
                        + " rows that are asked for set model.condition-on, and give complete(...) a table with one row for each");
    }

    /** The key of a column's setting. */
    static String column(String name, String key) {
        return "columns.\"" + name + "\"." + key;
    }

    /**
     * A job on a table, which nothing is published of.
     *
     * @throws ConfigurationException if a setting is wrong, or says what to publish
     */
    Job job(Source input) {
        values.keySet().stream()
                .filter(key -> key.split("\\.", 2)[0].equals(OUTPUT))
                .forEach(Settings::refuse);
        List<String> settings = new ArrayList<>(List.of("input.table=" + IN_PLACE_OF, "output.path=unpublished"));
        values.forEach((key, value) -> settings.add(key + "=" + value));
        return JobFile.of(settings, Path.of("").toAbsolutePath(), System.getenv())
                .reading(input);
    }
}

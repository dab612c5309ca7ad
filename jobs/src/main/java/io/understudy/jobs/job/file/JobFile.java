package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A job file on disk. {@code conf/reference.yaml} is its contract: every key with its default.
 */
public final class JobFile {

    private JobFile() {}

    /**
     * Reads a job.
     *
     * @param file YAML in UTF-8; relative paths in it and in the settings start at its folder
     * @param settings what {@code --set} was given, each {@code path=value}; a later one overrides an earlier one
     * @param environment the variables that <code>${NAME}</code> may refer to
     * @throws ConfigurationException for whatever is wrong with the file or the settings, naming key, line and remedy
     * @throws io.understudy.jobs.job.OutputConflictException if the job would publish over what it reads
     */
    public static Job read(Path file, List<String> settings, Map<String, String> environment) {
        Tree.Mapping tree = TreeReader.ofFile(text(file))
                .map(JobFile::mapping)
                .orElseThrow(() -> new ConfigurationException(
                        "the job file %s is empty; it needs at least input and output".formatted(file)));
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return job(tree, settings, new Locations(folder), environment);
    }

    /**
     * A job that is not in a file.
     *
     * @param settings keys and values, each {@code path=value}; a later one overrides an earlier one
     * @param folder where relative paths start
     * @throws ConfigurationException for whatever is wrong with the settings
     */
    public static Job of(List<String> settings, Path folder, Map<String, String> environment) {
        Tree.Mapping tree = new Tree.Mapping(Map.of(), Place.SETTING);
        return job(tree, settings, new Locations(folder), environment);
    }

    private static Job job(
            Tree.Mapping tree, List<String> settings, Locations locations, Map<String, String> environment) {
        Tree.Mapping set = tree;
        for (String setting : settings) {
            set = Setting.parse(setting).applyTo(set);
        }
        return new JobReader(locations).read(new Environment(environment).fill(set, KeyPath.ROOT));
    }

    private static Tree.Mapping mapping(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw new ConfigurationException(
                "the job file must hold keys and values, got %s %s; it needs at least input and output"
                        .formatted(tree.described(), tree.place()));
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw new ConfigurationException("the job file %s does not exist (looked for %s)"
                    .formatted(file, file.toAbsolutePath().normalize()));
        }
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("the job file %s is a folder; name the file in it".formatted(file));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("the job file %s is not UTF-8 text; save it as UTF-8".formatted(file), e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "the job file %s cannot be read (%s); check its permissions".formatted(file, e.getMessage()), e);
        }
    }
}

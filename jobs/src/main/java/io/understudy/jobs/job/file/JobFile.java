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
        for (String setting : settings) {
            tree = Setting.parse(setting).applyTo(tree);
        }
        Tree filled = new Environment(environment).fill(tree, KeyPath.ROOT);
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return new JobReader(new Locations(folder)).read(filled);
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

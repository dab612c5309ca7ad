package io.understudy.jobs.fitted;

import io.understudy.jobs.io.Folder;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.seal.Envelope;
import io.understudy.jobs.seal.SealKey;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Where a fitted model lies.
 *
 * @param path the folder that the fit stage wrote, the work folder it lies in, the folder of a job's evidence, or the file
 * @param key  where the key lies that the model is encrypted with, if it is
 */
public record ModelPlace(String path, Optional<KeySource> key) {
    private static final List<String> BELOW = List.of("", "model", "work/model");

    /**
     * Reads the model.
     *
     * @throws ConfigurationException                   if there is none, or if the key does not open it
     * @throws io.understudy.jobs.job.InputException    if it is damaged
     */
    public ModelFile read(SparkSession spark) {
        Learned learned = new Learned(new Envelope(key.map(source -> SealKey.of(source, System.getenv()))));
        Found found = find(spark)
                .orElseThrow(() -> new ConfigurationException("there is no fitted model at " + path
                        + "; give the folder that understudy fit left it in: model.path, or model in the work folder"));
        return learned.model(found.name(), found.bytes())
                .orElseThrow(() -> new ConfigurationException("the model in " + found.name()
                        + " is of another version; run understudy fit with this version again"));
    }

    /** Writes a model where none lies yet; returns whether the file system keeps others from reading it. */
    public boolean write(SparkSession spark, ModelFile model) {
        Folder folder = Folder.of(spark, path);
        if (folder.exists(ModelFile.NAME)) {
            throw new ConfigurationException(
                    "there is a model in " + path + " already; save to another folder, or delete that one first");
        }
        return new Learned(new Envelope(key.map(source -> SealKey.of(source, System.getenv())))).write(folder, model);
    }

    private record Found(String name, byte[] bytes) {}

    private Optional<Found> find(SparkSession spark) {
        if (path.endsWith("/" + ModelFile.NAME)) {
            String folder = path.substring(0, path.length() - ModelFile.NAME.length() - 1);
            return in(Folder.of(spark, folder));
        }
        return BELOW.stream()
                .map(below -> Folder.of(spark, below.isEmpty() ? path : path + "/" + below))
                .flatMap(folder -> in(folder).stream())
                .findFirst();
    }

    private static Optional<Found> in(Folder folder) {
        return folder.read(ModelFile.NAME).map(bytes -> new Found(folder.path(ModelFile.NAME), bytes));
    }
}

package io.understudy.jobs.fitted;

import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.seal.Envelope;
import io.understudy.jobs.seal.SealKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;

/**
 * How what was learned from real rows is kept: for its owner alone, and encrypted where the job has a key. Then the profile is
 * too, which holds the same values as the model.
 */
public record Learned(Envelope envelope) {
    private static final String SEALED_PROFILE = "profile.understudy";
    private static final String MODEL = "model";
    private static final String PROFILE = "profile";

    /**
     * Fetches the key, if the job has one.
     *
     * @throws io.understudy.jobs.job.ConfigurationException if it is not where the job says
     */
    public static Learned of(ModelChoice choice) {
        return new Learned(new Envelope(choice.key().map(source -> SealKey.of(source, System.getenv()))));
    }

    /** Where a job keeps its model. */
    public static Folder folder(SparkSession spark, Job job) {
        return job.model()
                .path()
                .map(path -> Folder.of(spark, path))
                .orElseGet(() -> Folder.of(spark, job.work()).folder(MODEL));
    }

    public String handling() {
        return "sensitive, " + envelope.described();
    }

    public String profileName() {
        return envelope.encrypts() ? SEALED_PROFILE : ProfileFile.NAME;
    }

    /** Writes a profile and leaves none in the other form; returns whether others are kept from reading it. */
    public boolean write(Folder folder, ProfileFile profile) {
        boolean sealed = envelope.encrypts();
        byte[] json = Json.pretty(profile);
        boolean kept = folder.writeForOwner(profileName(), sealed ? envelope.seal(PROFILE, gzip(json)) : json);
        folder.delete(sealed ? ProfileFile.NAME : SEALED_PROFILE);
        return kept;
    }

    /** Reads a profile; empty if it is of another version. */
    public Optional<ProfileFile> profile(byte[] file) {
        byte[] json = envelope.encrypts() ? gunzip(SEALED_PROFILE, envelope.open(SEALED_PROFILE, PROFILE, file)) : file;
        return Json.readIfWhole(json, ProfileFile.class);
    }

    /**
     * Writes a model, without the values of real rows if it is not encrypted; returns whether others are kept from reading it.
     */
    public boolean write(Folder folder, ModelFile model) {
        ModelFile kept = envelope.encrypts() ? model : model.withoutRealValues();
        return folder.writeForOwner(ModelFile.NAME, envelope.seal(MODEL, gzip(Json.bytes(kept))));
    }

    /**
     * Reads a model; empty if it is of another version.
     *
     * @param where the name of its file, for messages
     * @throws InputException                                if the file is damaged
     * @throws io.understudy.jobs.job.ConfigurationException if the key does not open it
     */
    public Optional<ModelFile> model(String where, byte[] file) {
        byte[] json = gunzip(where, envelope.open(where, MODEL, file));
        return Json.readIfWhole(json, ModelFile.class);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] gunzip(String where, byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException(where + " is damaged: its content is not compressed as it was; make it again", e);
        }
    }
}

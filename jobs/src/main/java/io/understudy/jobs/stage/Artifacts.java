package io.understudy.jobs.stage;

import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.io.SourceVersion;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;

/** What the stages of a job leave for each other, by name. A stage refuses what another job or another input left. */
final class Artifacts {
    private static final String SAMPLE = "sample";
    private static final String ROWS = "rows";

    private final Folder work;
    private final Folder model;
    private final Basis basis;

    Artifacts(SparkSession spark, Job job, Basis basis) {
        this.work = Folder.of(spark, job.work());
        this.model = job.model().path().map(path -> Folder.of(spark, path)).orElse(work.folder("model"));
        this.basis = basis;
    }

    Basis basis() {
        return basis;
    }

    void write(ProfileFile profile) {
        work.write(ProfileFile.NAME, Json.pretty(profile));
    }

    ProfileFile profile() {
        ProfileFile profile = Json.read(read(work, ProfileFile.NAME, "profile"), ProfileFile.class);
        return fresh(profile, profile.basis(), "profile");
    }

    /** The profile that was left, if one was and it is for this job. */
    Optional<ProfileFile> profileIfAny() {
        return work.read(ProfileFile.NAME)
                .map(bytes -> Json.read(bytes, ProfileFile.class))
                .filter(profile -> profile.basis().equals(basis));
    }

    /** Writes a model and returns the hash by which it is known. */
    String write(ModelFile file) {
        byte[] bytes = gzip(Json.bytes(file));
        model.write(ModelFile.NAME, bytes);
        return hash(bytes);
    }

    /** A model and the hash by which it is known. */
    record Known(ModelFile file, String hash) {}

    Known model(String asked) {
        byte[] bytes = read(model, ModelFile.NAME, "fit");
        ModelFile file = Json.read(gunzip(bytes), ModelFile.class);
        if (!file.asked().equals(asked)) {
            throw stale("fit");
        }
        return new Known(fresh(file, file.profile().basis(), "fit"), hash(bytes));
    }

    /** The hash of the model that was left, if one was. */
    Optional<String> modelHash() {
        return model.read(ModelFile.NAME).map(Artifacts::hash);
    }

    /** Where synthetic rows wait for the gate, as Parquet with plain column names. */
    String sampleRows() {
        return work.folder(SAMPLE).path(ROWS);
    }

    /** Removes an earlier sample, so that a killed stage leaves none that looks finished. */
    void clearSample() {
        work.folder(SAMPLE).delete();
    }

    void write(SampleFile sample) {
        work.folder(SAMPLE).write(SampleFile.NAME, Json.pretty(sample));
    }

    SampleFile sample() {
        SampleFile sample = Json.read(read(work.folder(SAMPLE), SampleFile.NAME, "sample"), SampleFile.class);
        return fresh(sample, sample.basis(), "sample");
    }

    /** The hash by which the sample is known. */
    String sampleHash() {
        return hash(read(work.folder(SAMPLE), SampleFile.NAME, "sample"));
    }

    void write(AssessmentFile assessment) {
        work.write(AssessmentFile.NAME, Json.pretty(assessment));
    }

    AssessmentFile assessment() {
        AssessmentFile assessment = Json.read(read(work, AssessmentFile.NAME, "assess"), AssessmentFile.class);
        return fresh(assessment, assessment.basis(), "assess");
    }

    /**
     * Refuses to take an assessment of another table for one of the sample.
     *
     * @throws ConfigurationException if it is not of the sample that waits
     */
    void requireAssessed(AssessmentFile assessment) {
        if (!assessment.sample().equals(sampleHash())) {
            throw new ConfigurationException("the last assessment in " + work
                    + " is not of the sample that waits there; run understudy assess with this job file again");
        }
    }

    private <T> T fresh(T artifact, Basis madeFrom, String stage) {
        if (!madeFrom.equals(basis)) {
            throw stale(stage);
        }
        return artifact;
    }

    private ConfigurationException stale(String stage) {
        return new ConfigurationException("what understudy " + stage + " left in " + work
                + " was made for another job file or another state of the input; run understudy " + stage + " again");
    }

    private static byte[] read(Folder folder, String name, String stage) {
        Optional<byte[]> bytes = folder.read(name);
        return bytes.orElseThrow(() -> new ConfigurationException(
                "there is no " + folder.path(name) + "; run understudy " + stage + " with this job file first"));
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

    private static byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(SourceVersion.sha256().digest(bytes));
    }
}

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
    private static final String PROFILE = "profile";
    private static final String FIT = "fit";
    private static final String SAMPLE = "sample";
    private static final String ASSESS = "assess";
    private static final String ROWS = "rows";

    private final Folder work;
    private final Folder model;
    private final Basis basis;
    private final Job job;

    Artifacts(SparkSession spark, Job job, Basis basis) {
        this.job = job;
        this.work = Folder.of(spark, job.work());
        this.model = job.model().path().map(path -> Folder.of(spark, path)).orElse(work.folder("model"));
        this.basis = basis;
    }

    void write(ProfileFile profile) {
        work.write(ProfileFile.NAME, Json.pretty(profile));
    }

    ProfileFile profile() {
        ProfileFile profile = parse(read(work, ProfileFile.NAME, PROFILE), ProfileFile.class, PROFILE);
        refuseUnless(profile.basis().equals(basis), PROFILE);
        return profile;
    }

    /** The profile that was left, if one was and it is for this job. */
    Optional<ProfileFile> profileIfAny() {
        return work.read(ProfileFile.NAME)
                .flatMap(bytes -> Json.readIfWhole(bytes, ProfileFile.class))
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

    Known model() {
        byte[] bytes = read(model, ModelFile.NAME, FIT);
        ModelFile file = parse(gunzip(bytes), ModelFile.class, FIT);
        refuseUnless(file.profile().basis().equals(basis), FIT);
        refuseUnless(file.asked().equals(Fitting.asked(job.model())), FIT);
        return new Known(file, hash(bytes));
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
        SampleFile sample = parse(read(work.folder(SAMPLE), SampleFile.NAME, SAMPLE), SampleFile.class, SAMPLE);
        refuseUnless(sample.basis().equals(basis), SAMPLE);
        refuseUnless(sample.asked().equals(Sampling.asked(job)), SAMPLE);
        refuseUnless(modelHash().filter(sample.model()::equals).isPresent(), SAMPLE);
        return sample;
    }

    /** The hash by which the sample is known. */
    String sampleHash() {
        return hash(read(work.folder(SAMPLE), SampleFile.NAME, SAMPLE));
    }

    void write(AssessmentFile assessment) {
        work.write(AssessmentFile.NAME, Json.pretty(assessment));
    }

    /** The assessment of the sample that waits, never one of another table. */
    AssessmentFile assessment() {
        sample();
        AssessmentFile assessment = parse(read(work, AssessmentFile.NAME, ASSESS), AssessmentFile.class, ASSESS);
        refuseUnless(assessment.basis().equals(basis), ASSESS);
        refuseUnless(assessment.asked().equals(GateRules.asked(job.gate())), ASSESS);
        if (!assessment.sample().equals(sampleHash())) {
            throw new ConfigurationException("the last assessment in " + work
                    + " is not of the sample that waits there; run understudy assess with this job file again");
        }
        return assessment;
    }

    private void refuseUnless(boolean fresh, String stage) {
        if (!fresh) {
            throw new ConfigurationException("what understudy " + stage + " left in " + work
                    + " was made for another job file or another state of the input; run understudy " + stage
                    + " again");
        }
    }

    private <T> T parse(byte[] bytes, Class<T> type, String stage) {
        return Json.readIfWhole(bytes, type)
                .orElseThrow(() -> new ConfigurationException("what understudy " + stage + " left in " + work
                        + " is damaged or of another version; run understudy " + stage + " again"));
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

package io.understudy.jobs.stage;

import io.understudy.check.picture.Pictures;
import io.understudy.jobs.fitted.Basis;
import io.understudy.jobs.fitted.Learned;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.io.SourceVersion;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the stages of a job leave for each other, by name. A stage refuses what another job or another input left. */
final class Artifacts {
    private static final String PROFILE = "profile";
    private static final String FIT = "fit";
    private static final String SAMPLE = "sample";
    private static final String ASSESS = "assess";
    private static final String ROWS = "rows";
    private static final String QUARANTINE = "quarantine";
    private static final String MARKER = "REFUSED.txt";

    private final Folder work;
    private final Folder model;
    private final Learned learned;
    private final Basis basis;
    private final Job job;
    private final Inputs inputs;

    Artifacts(Inputs inputs) {
        this.inputs = inputs;
        this.job = inputs.job();
        this.work = Folder.of(inputs.spark(), job.work());
        this.model = Learned.folder(inputs.spark(), job);
        this.learned = Learned.of(job.model());
        this.basis = inputs.basis();
    }

    /** Writes a profile; returns whether the file system keeps others from reading it. */
    boolean write(ProfileFile profile) {
        return learned.write(work, profile);
    }

    ProfileFile profile() {
        ProfileFile profile = parse(read(work, learned.profileName(), PROFILE), learned::profile, PROFILE);
        refuseUnless(profile.basis().equals(basis), PROFILE);
        return profile;
    }

    /** The profile that was left, if one was and it is for this job. */
    Optional<ProfileFile> profileIfAny() {
        return work.read(learned.profileName())
                .flatMap(learned::profile)
                .filter(profile -> profile.basis().equals(basis));
    }

    /** Writes a model; returns whether the file system keeps others from reading it. */
    boolean write(ModelFile file) {
        return learned.write(model, file);
    }

    /** In words how the model is kept. */
    String handling() {
        return learned.handling();
    }

    /** A model and the hash by which it is known. */
    record Known(ModelFile file, String hash) {}

    Known model() {
        byte[] bytes = read(model, ModelFile.NAME, FIT);
        ModelFile file = parse(bytes, content -> learned.model(model.path(ModelFile.NAME), content), FIT);
        refuseUnless(file.profile().basis().equals(basis), FIT);
        refuseUnless(Fitting.serves(file, inputs), FIT);
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
        refuseUnless(sample.asked().equals(Sampling.asked(inputs)), SAMPLE);
        refuseUnless(modelHash().filter(sample.model()::equals).isPresent(), SAMPLE);
        return sample;
    }

    /** The sample that waits, if there is one, whatever it was made for. */
    Optional<SampleFile> sampleIfAny() {
        return work.folder(SAMPLE).read(SampleFile.NAME).flatMap(bytes -> Json.readIfWhole(bytes, SampleFile.class));
    }

    /** The hash by which the sample is known. */
    String sampleHash() {
        return hash(read(work.folder(SAMPLE), SampleFile.NAME, SAMPLE));
    }

    void write(AssessmentFile assessment) {
        work.write(AssessmentFile.NAME, Json.pretty(assessment));
    }

    /** Removes a refused sample or, if asked, keeps it where nobody takes it for a table to use, with the reasons beside it. */
    void setAside(AssessmentFile refused, boolean keep) {
        if (!work.folder(SAMPLE).exists(SampleFile.NAME)) {
            return;
        }
        if (!keep) {
            clearSample();
            return;
        }
        Folder quarantine = work.folder(QUARANTINE);
        quarantine.delete();
        work.folder(SAMPLE).moveTo(quarantine.path(SAMPLE));
        String reasons = refused.breaches().stream()
                .map(AssessmentFile.Breached::message)
                .collect(Collectors.joining("\n"));
        quarantine.write(MARKER, "The gate refused this table; it is not fit for use. Why:\n" + reasons + "\n");
    }

    /** The assessment of the sample that waits, or of one that was refused; never one of another table. */
    AssessmentFile assessment() {
        Optional<AssessmentFile> refused = refusedBefore();
        if (refused.isPresent()) {
            return refused.get();
        }
        sample();
        AssessmentFile assessment = parse(read(work, AssessmentFile.NAME, ASSESS), AssessmentFile.class, ASSESS);
        refuseUnless(assessment.basis().equals(basis), ASSESS);
        refuseUnless(assessment.asked().equals(GateRules.asked(job)), ASSESS);
        if (!assessment.sample().equals(sampleHash())) {
            throw new ConfigurationException("the last assessment in " + work
                    + " is not of the sample that waits there; run understudy assess with this job file again");
        }
        return assessment;
    }

    void write(PicturesFile pictures) {
        work.write(PicturesFile.NAME, Json.bytes(pictures));
    }

    /** What there is to draw of an assessment, none where that is gone or of another one. */
    Pictures pictures(AssessmentFile assessment) {
        return work.read(PicturesFile.NAME)
                .flatMap(bytes -> Json.readIfWhole(bytes, PicturesFile.class))
                .filter(file -> file.sample().equals(assessment.sample()))
                .map(PicturesFile::pictures)
                .orElse(Pictures.NONE);
    }

    /** A refused sample is gone, but what was found of it is not. */
    private Optional<AssessmentFile> refusedBefore() {
        if (work.folder(SAMPLE).exists(SampleFile.NAME)) {
            return Optional.empty();
        }
        return work.read(AssessmentFile.NAME)
                .flatMap(bytes -> Json.readIfWhole(bytes, AssessmentFile.class))
                .filter(assessment -> assessment.basis().equals(basis))
                .filter(assessment -> assessment.asked().equals(GateRules.asked(job)))
                .filter(assessment -> assessment.verdict().equals(Assessing.REFUSED));
    }

    private void refuseUnless(boolean fresh, String stage) {
        if (!fresh) {
            throw new ConfigurationException("what understudy " + stage + " left in " + work
                    + " was made for another job file or another state of the input; run understudy " + stage
                    + " again");
        }
    }

    private <T> T parse(byte[] bytes, Class<T> type, String stage) {
        return parse(bytes, content -> Json.readIfWhole(content, type), stage);
    }

    private <T> T parse(byte[] bytes, Function<byte[], Optional<T>> reader, String stage) {
        return reader.apply(bytes)
                .orElseThrow(() -> new ConfigurationException("what understudy " + stage + " left in " + work
                        + " is damaged or of another version; run understudy " + stage + " again"));
    }

    private static byte[] read(Folder folder, String name, String stage) {
        Optional<byte[]> bytes = folder.read(name);
        return bytes.orElseThrow(() -> new ConfigurationException(
                "there is no " + folder.path(name) + "; run understudy " + stage + " with this job file first"));
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(SourceVersion.sha256().digest(bytes));
    }
}

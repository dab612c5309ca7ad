package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.Basis;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.io.Publisher;
import io.understudy.jobs.io.Publishers;
import io.understudy.jobs.io.Reading;
import io.understudy.jobs.io.Waiting;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.OutputConflictException;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.job.RefusedException;
import io.understudy.jobs.job.Source;
import io.understudy.report.Certificate;
import io.understudy.report.Frontier;
import io.understudy.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The stages of one job, in the order in which they run: together, or each on its own from what the one before left. */
public final class Pipeline {
    static final String TREATMENTS = "treatments";
    private static final String HOLDOUT = "holdout-version";

    private final Job job;
    private final Console console;
    private final Stopwatch stopwatch;
    private @Nullable Opened opened;

    /** Opens nothing yet. */
    public Pipeline(Job job, Console console) {
        this.job = job;
        this.console = console;
        this.stopwatch = new Stopwatch(console);
    }

    /** A job with its input opened. */
    private record Opened(Inputs inputs, Artifacts artifacts) {
        Basis basis() {
            return inputs.basis();
        }

        SparkSession spark() {
            return inputs.spark();
        }
    }

    /** Opens the input at the first stage; the later ones take it as it was then. */
    private Opened open() {
        Opened known = opened;
        if (known == null) {
            SparkSession spark = Sessions.open();
            Inputs inputs = new Inputs(spark, job);
            known = new Opened(inputs, new Artifacts(inputs));
            opened = known;
        }
        return known;
    }

    /** Does the whole job. A second run with the id of one that published from the same input does nothing. */
    public void run() {
        Opened opened = open();
        if (publishedBefore(opened)) {
            console.line(
                    "run-id " + job.runId().orElseThrow() + " has published from this input already; nothing to do");
            return;
        }
        Publisher publisher = publisher(opened);
        publisher.mend();
        check(opened, publisher);
        profile(opened);
        fit(opened);
        sample(opened);
        AssessmentFile assessment = assessSample(opened);
        publish(opened, publisher, assessment);
    }

    /** Reads the input and leaves the profile in the work folder. */
    public void profile() {
        profile(open());
    }

    /** Fits the model to the profiled input and leaves it in the work folder. */
    public void fit() {
        fit(open());
    }

    /** Draws the rows that the job asks for and leaves them in the work folder. */
    public void sample() {
        sample(open());
    }

    /**
     * Assesses the sample, or any table of the input's columns.
     *
     * @throws RefusedException if a rule of the gate is broken
     */
    public void assess(Optional<Source> synthetic) {
        Opened opened = open();
        if (synthetic.isPresent()) {
            AssessmentFile assessment = assess(opened, synthetic.get());
            conclude(opened, assessment, assessment.verdict(), provenance(opened));
            return;
        }
        AssessmentFile assessment = assessSample(opened);
        if (assessment.verdict().equals(Assessing.REFUSED)) {
            refuse(opened, assessment);
        }
        conclude(opened, assessment, assessment.verdict(), ofSample(opened));
    }

    /** Traces what closeness costs and gains, into a page and a file of the report's folder; publishes nothing. */
    public void frontier() {
        Opened opened = open();
        Frontier frontier = stopwatch.time(
                "frontier",
                () -> {
                    ProfileFile profile =
                            opened.artifacts().profileIfAny().orElseGet(() -> new Profiling(opened.inputs()).profile());
                    return new Frontier(
                            Reading.name(job.input()), new Tracing(opened.inputs(), console).trace(profile));
                },
                traced -> traced.points().size() + " settings of model.closeness",
                traced ->
                        traced.points().stream().mapToLong(Frontier.Point::rows).sum());
        Folder report = Folder.of(opened.spark(), job.report());
        report.write(Frontier.FILE, Json.pretty(frontier));
        report.write(Frontier.PAGE, frontier.html());
        console.line("frontier  " + report.path(Frontier.PAGE));
    }

    /** Publishes the sample that was assessed last. */
    public void publish() {
        Opened opened = open();
        Publisher publisher = publisher(opened);
        publisher.mend();
        check(opened, publisher);
        AssessmentFile assessment = opened.artifacts().assessment();
        publish(opened, publisher, assessment);
    }

    /** What would be done, for a person; checks all that can be checked without reading rows, and writes nothing. */
    public String plan() {
        Opened opened = open();
        check(opened, publisher(opened));
        return new Plan(job, opened.inputs()).text();
    }

    private void check(Opened opened, Publisher publisher) {
        publisher.check(new OwnRows(opened.inputs()).schema());
        Output output = job.output();
        if (Publishers.place(opened.spark(), output)
                .filter(opened.inputs()::readFrom)
                .isPresent()) {
            throw new OutputConflictException(
                    "the input or the holdout is read from " + output.to() + ", the output; publish to another place");
        }
    }

    private void profile(Opened opened) {
        stopwatch.time(
                "profile",
                () -> {
                    ProfileFile profile = new Profiling(opened.inputs()).profile();
                    new OwnRows(opened.inputs()).refuseTreated(profile);
                    warnUnless(opened.artifacts().write(profile), job.work());
                    return profile;
                },
                profile -> String.format(
                        Locale.ROOT,
                        "%,d rows to learn from, %,d held out, %d columns",
                        profile.train(),
                        profile.holdout(),
                        profile.columns().size()),
                profile -> profile.train() + profile.holdout());
    }

    private void fit(Opened opened) {
        stopwatch.time(
                "fit",
                () -> {
                    ModelFile model =
                            new Fitting(opened.inputs()).fit(opened.artifacts().profile());
                    warnUnless(
                            opened.artifacts().write(model), job.model().path().orElse(job.work()));
                    return model;
                },
                model -> job.model().type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                model -> model.profile().train());
    }

    /** What is learned from real rows is for its owner alone; a person must know where that is in nobody's hands. */
    private void warnUnless(boolean ownerOnly, String folder) {
        if (!ownerOnly) {
            console.line(
                    "note: the file system of " + folder + " keeps no permissions of files, and what lies there was"
                            + " learned from real rows; let only those read it who may read the input");
        }
    }

    private void sample(Opened opened) {
        stopwatch.time(
                "sample",
                () -> new Sampling(opened.inputs(), opened.artifacts())
                        .sample(opened.artifacts().model()),
                sample -> String.format(
                        Locale.ROOT,
                        sample.filled().isEmpty() ? "%,d rows with seed %d" : "%,d cells filled with seed %d",
                        sample.rows()
                                + sample.filled().stream()
                                        .mapToLong(SampleFile.Cells::cells)
                                        .sum(),
                        sample.seed()),
                SampleFile::rows);
    }

    private AssessmentFile assessSample(Opened opened) {
        Artifacts artifacts = opened.artifacts();
        SampleFile sample = artifacts.sample();
        ModelFile model = artifacts.model().file();
        List<String> notes = Notes.of(job, model.profile(), sample);
        boolean filled = !sample.filled().isEmpty();
        return assess(
                opened,
                new Assessing.Candidate(
                        filled
                                ? new Imputing(opened.inputs(), model.profile()).trial(model, sample)
                                : new Sampling(opened.inputs(), artifacts).waiting(),
                        filled ? model.profile().holdout() : sample.rows(),
                        artifacts.sampleHash(),
                        notes,
                        Optional.of(model),
                        Beside.of(job.output(), sample)));
    }

    private AssessmentFile assess(Opened opened, Source synthetic) {
        Dataset<Row> table = opened.inputs().alike(synthetic);
        long rows = Reading.pass(synthetic, table::count);
        return assess(opened, new Assessing.Candidate(table, rows, synthetic.from(), List.of(), Optional.empty()));
    }

    private AssessmentFile assess(Opened opened, Assessing.Candidate candidate) {
        return stopwatch.time(
                "assess",
                () -> {
                    ProfileFile profile =
                            opened.artifacts().profileIfAny().orElseGet(() -> new Profiling(opened.inputs()).profile());
                    Assessing.Assessment assessment =
                            new Assessing(opened.inputs(), console).assess(profile, candidate);
                    opened.artifacts()
                            .write(new PicturesFile(
                                    PicturesFile.FORMAT,
                                    candidate.known(),
                                    assessment
                                            .pictures()
                                            .drawnBy(candidate
                                                    .model()
                                                    .map(file -> Network.of(
                                                            file.model().model()))
                                                    .orElse(List.of()))));
                    opened.artifacts().write(assessment.file());
                    return assessment.file();
                },
                assessment -> assessment.findings().size() + " findings, " + assessment.verdict(),
                AssessmentFile::rows);
    }

    private void publish(Opened opened, Publisher publisher, AssessmentFile assessment) {
        if (assessment.verdict().equals(Assessing.REFUSED)) {
            refuse(opened, assessment);
        }
        stopwatch.time(
                "publish",
                () -> {
                    Waiting rows = new Sampling(opened.inputs(), opened.artifacts()).toPublish();
                    publisher.publish(rows, ofSample(opened));
                    return job.output();
                },
                Output::to,
                output -> assessment.rows() + assessment.real());
        conclude(opened, assessment, Verdict.PUBLISHED, ofSample(opened));
        if (job.output().real() instanceof RealRows.Imputed) {
            // These are the input's own rows; they lie where they were asked for, and are to lie nowhere else.
            opened.artifacts().clearSample();
        }
    }

    /** Concludes without leaving the refused sample where somebody might take it for a table to use. */
    private void refuse(Opened opened, AssessmentFile assessment) {
        try {
            conclude(opened, assessment, Assessing.REFUSED, ofSample(opened));
        } finally {
            opened.artifacts().setAside(assessment, job.gate().quarantine());
        }
    }

    /** Writes the verdict and the report, says where they are, and throws if the verdict is a refusal. */
    private void conclude(Opened opened, AssessmentFile assessment, String word, Map<String, Object> provenance) {
        Verdict verdict = new Verdict(
                word,
                assessment.rows(),
                assessment.real(),
                assessment.findings(),
                assessment.breaches(),
                assessment.notes(),
                stopwatch.seconds(),
                provenance);
        Folder report = Folder.of(opened.spark(), job.report());
        byte[] evidence = Json.pretty(verdict);
        report.write(Verdict.NAME, evidence);
        Report page = new ReportPage(job, verdict).report(opened.artifacts().pictures(assessment));
        report.write(Report.NAME, page.html());
        Certificate certificate = new Certificate(page, job.output().to(), Artifacts.hash(evidence));
        report.write(Certificate.HTML, certificate.html());
        report.write(Certificate.MARKDOWN, certificate.markdown());
        Summary.of(verdict, job, report).forEach(console::line);
        if (word.equals(Assessing.REFUSED)) {
            throw new RefusedException(
                    "refused: " + assessment.breaches().get(0).message() + more(assessment) + "; understudy explain "
                            + job.report() + " says why and what to change");
        }
    }

    private static String more(AssessmentFile assessment) {
        int others = assessment.breaches().size() - 1;
        return others == 0 ? "" : " (and " + others + " more)";
    }

    private boolean publishedBefore(Opened opened) {
        return job.runId().isPresent()
                && Folder.of(opened.spark(), job.report())
                        .read(Verdict.NAME)
                        .flatMap(bytes -> Json.readIfWhole(bytes, Verdict.class))
                        .filter(verdict -> verdict.verdict().equals(Verdict.PUBLISHED))
                        .map(Verdict::provenance)
                        .filter(before -> sameRun(before, opened))
                        .isPresent();
    }

    private boolean sameRun(Map<String, Object> before, Opened opened) {
        return job.runId().get().equals(before.get("run-id"))
                && opened.basis().input().equals(before.get("input"))
                && opened.basis().version().equals(before.get("input-version"))
                && opened.basis().holdout().equals(before.getOrDefault(HOLDOUT, ""));
    }

    private Publisher publisher(Opened opened) {
        if (job.runId().isEmpty()) {
            return Publishers.of(opened.spark(), job.output(), "understudy " + job.hash(), System.currentTimeMillis());
        }
        // A run is known by its id and its inputs: the same id for the next state of an input is another run.
        String run = String.join(
                " ",
                "understudy",
                job.runId().get(),
                opened.basis().version(),
                opened.basis().holdout());
        return Publishers.of(opened.spark(), job.output(), run, 0);
    }

    private Map<String, Object> provenance(Opened opened) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("understudy", Version.OURS);
        provenance.put("spark", opened.spark().version());
        job.runId().ifPresent(id -> provenance.put("run-id", id));
        provenance.put("input", opened.basis().input());
        provenance.put("input-version", opened.basis().version());
        if (!opened.basis().holdout().isEmpty()) {
            provenance.put(HOLDOUT, opened.basis().holdout());
        }
        job.weight().ifPresent(column -> provenance.put("weight", column));
        provenance.put("configuration", job.hash());
        provenance.put("seed", job.seed());
        opened.artifacts()
                .profileIfAny()
                .map(ProfileFile::treatments)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> provenance.put(TREATMENTS, words));
        opened.artifacts().modelHash().ifPresent(hash -> {
            provenance.put("model", hash);
            provenance.put("model-handling", opened.artifacts().handling());
        });
        return provenance;
    }

    /** The same of the sample that waits, or that waited until it was refused. */
    private Map<String, Object> ofSample(Opened opened) {
        Map<String, Object> provenance = provenance(opened);
        opened.artifacts().sampleIfAny().ifPresent(sample -> {
            sample.effective().ifPresent(effective -> provenance.put("effective-candidates", effective));
            if (sample.real() > 0) {
                provenance.put("real-rows", sample.real());
            }
        });
        return provenance;
    }
}

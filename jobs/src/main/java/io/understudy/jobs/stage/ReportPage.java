package io.understudy.jobs.stage;

import io.understudy.check.picture.Pictures;
import io.understudy.jobs.io.Reading;
import io.understudy.jobs.job.Job;
import io.understudy.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verdict as the page that people read. */
record ReportPage(Job job, Verdict verdict) {

    Report report(Pictures pictures) {
        return new Report(
                Reading.name(job.input()),
                verdict.verdict(),
                verdict.rows(),
                verdict.real(),
                verdict.findings(),
                pictures,
                broken(verdict),
                verdict.notes(),
                verdict.stages(),
                provenance());
    }

    /** The rules that were broken. */
    static List<Report.Broken> broken(Verdict verdict) {
        return verdict.breaches().stream()
                .map(breach -> new Report.Broken(breach.rule(), breach.subject(), breach.message()))
                .toList();
    }

    /** That of the verdict and what the gate was asked for. */
    private Map<String, String> provenance() {
        Map<String, String> provenance = new LinkedHashMap<>();
        verdict.provenance().forEach((what, value) -> provenance.put(what, value.toString()));
        String preset = job.gate().preset().name().toLowerCase(Locale.ROOT).replace('_', '-');
        int own = job.gate().rules().size();
        provenance.put("gate", preset + (own == 0 ? "" : " and " + own + " rules of the job's own"));
        return provenance;
    }
}

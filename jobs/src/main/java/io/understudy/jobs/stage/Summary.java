package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.job.Job;
import io.understudy.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The verdict in a few lines that a person can read. */
final class Summary {
    private static final Map<String, String> WORDS = Map.of(
            "privacy.closer-to-train", "of synthetic rows are nearer to a training row than to a held-out one",
            "privacy.copies-excess", "of synthetic rows repeat training rows beyond chance",
            "quality.shape-error", "mean error of single columns",
            "quality.trend-error", "mean error of pairs of columns");

    private Summary() {}

    static List<String> of(Verdict verdict, Job job, Folder report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        boolean real = verdict.real() > 0;
        List<String> notes =
                verdict.notes().stream().map(note -> "  note: " + note).toList();
        lines.addAll(real ? notes : List.of());
        for (String name : WORDS.keySet().stream().sorted().toList()) {
            verdict.findings().stream()
                    .filter(finding -> finding.name().equals(name))
                    .forEach(finding -> lines.add(line(finding)));
        }
        lines.addAll(real ? List.of() : notes);
        broken(verdict, lines);
        lines.add("");
        Object treated = verdict.provenance().get(Pipeline.TREATMENTS);
        if (treated != null) {
            lines.add("treated  " + treated);
        }
        if (verdict.verdict().equals(Verdict.PUBLISHED)) {
            lines.add(String.format(
                    Locale.ROOT, "table    %s (%,d rows)", job.output().to(), verdict.rows() + verdict.real()));
        }
        lines.add("verdict  " + verdict.verdict() + ", " + report.path(Verdict.NAME));
        lines.add("report   " + report.path(Report.NAME));
        if (!verdict.breaches().isEmpty()) {
            lines.add("explain  understudy explain " + job.report());
        }
        return lines;
    }

    /** One line a finding; how many columns it is broken for besides is enough here. */
    private static void broken(Verdict verdict, List<String> lines) {
        Map<String, List<AssessmentFile.Breached>> byRule = new LinkedHashMap<>();
        verdict.breaches()
                .forEach(breach -> byRule.computeIfAbsent(
                                breach.rule().isEmpty() ? breach.message() : breach.rule(), rule -> new ArrayList<>())
                        .add(breach));
        byRule.values().forEach(breaches -> {
            int more = breaches.size() - 1;
            String others = more == 0 ? "" : " (broken " + more + " times more)";
            lines.add("  broken: " + breaches.get(0).message() + others);
        });
    }

    private static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "  %6.2f %% %s (the held-out rows: %.2f %%)",
                percent(finding.value()),
                WORDS.get(finding.name()),
                percent(finding.baseline()));
    }

    /** Rounded to two decimals, and never a negative zero. */
    private static double percent(double share) {
        return Math.rint(share * 10_000) / 100 + 0.0;
    }
}

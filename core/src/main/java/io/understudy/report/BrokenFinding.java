package io.understudy.report;

import io.understudy.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All breaches by one finding, to be explained once however many columns they concern.
 *
 * @param finding  {@code check.metric}, or "" where nothing was measured
 * @param breaches at least one, the worst first
 */
record BrokenFinding(String finding, List<Report.Broken> breaches) {
    private static final int NAMED = 16;

    /** In the order in which the gate found them. Where nothing was measured, each breach has a reason of its own. */
    static List<BrokenFinding> of(Report report) {
        Map<String, List<Report.Broken>> byFinding = new LinkedHashMap<>();
        for (Report.Broken breach : report.breaches()) {
            String key = breach.rule().isEmpty() ? breach.message() : breach.rule();
            byFinding.computeIfAbsent(key, name -> new ArrayList<>()).add(breach);
        }
        return byFinding.values().stream()
                .map(breaches -> new BrokenFinding(breaches.get(0).rule(), worstFirst(report, breaches)))
                .toList();
    }

    private static List<Report.Broken> worstFirst(Report report, List<Report.Broken> breaches) {
        Map<String, Double> far = report.named(breaches.get(0).rule()).stream()
                .collect(Collectors.toMap(Finding::subject, Figure::distance, Math::max));
        return breaches.stream()
                .sorted(Comparator.comparingDouble((Report.Broken breach) -> far.getOrDefault(breach.subject(), 0.0))
                        .reversed())
                .toList();
    }

    /** What was found, in words where there are some. */
    String title() {
        String known =
                Meaning.of(finding).map(meaning -> meaning.name().title()).orElse(finding);
        return known.isEmpty() ? "Nothing was measured" : known;
    }

    /** What the worst is about, a column for instance; "" is the whole table. */
    String subject() {
        return breaches.get(0).subject();
    }

    /** What was measured of the worst, and what was allowed. */
    String message() {
        return breaches.get(0).message();
    }

    /** How many more there are than the worst. */
    int more() {
        return breaches.size() - 1;
    }

    /** What the others are about, the worst first, in one line. */
    String others() {
        String names = breaches.stream()
                .skip(1)
                .limit(NAMED)
                .map(Report.Broken::subject)
                .collect(Collectors.joining(", "));
        return more() <= NAMED ? names : names + " and " + (more() - NAMED) + " more";
    }

    /** How many breaches there are, in a few words behind the title. */
    String times() {
        return more() == 0 ? "" : " (" + breaches.size() + " times)";
    }
}

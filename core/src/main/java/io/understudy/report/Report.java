package io.understudy.report;

import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found out about its synthetic table, for people.
 *
 * @param title      what the synthetic rows stand in for, such as the input's name
 * @param verdict    {@code published}, {@code passed} or {@code refused}
 * @param rows       synthetic rows
 * @param real       real rows that the table holds as well
 * @param findings   everything measured
 * @param pictures   what is drawn beside them
 * @param breaches   rules that were broken; the first one decided
 * @param notes      what a reader must know about the table beside any number, in whole sentences
 * @param stages     seconds by stage, in the order in which they ran
 * @param provenance what the table was made from, and with what
 */
public record Report(
        String title,
        String verdict,
        long rows,
        long real,
        List<Finding> findings,
        Pictures pictures,
        List<Broken> breaches,
        List<String> notes,
        Map<String, Double> stages,
        Map<String, String> provenance) {

    /** Of a table without real rows. */
    public Report(
            String title,
            String verdict,
            long rows,
            List<Finding> findings,
            Pictures pictures,
            List<Broken> breaches,
            List<String> notes,
            Map<String, Double> stages,
            Map<String, String> provenance) {
        this(title, verdict, rows, 0, findings, pictures, breaches, notes, stages, provenance);
    }

    /** The usual name of the page, beside the verdict. */
    public static final String NAME = "report.html";

    /**
     * A broken rule.
     *
     * @param rule    the finding it is about, {@code check.metric}
     * @param subject the column or pair, or "" for the whole table
     * @param message what was measured and what was allowed
     */
    public record Broken(String rule, String subject, String message) {}

    public Report {
        findings = List.copyOf(findings);
        breaches = List.copyOf(breaches);
        notes = List.copyOf(notes);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /**
     * A page that needs nothing but itself: no network, no script but its own. It is HTML and well-formed XML. It shows
     * names of columns, and values only as the pictures do.
     */
    public String html() {
        return new Page(this).html();
    }

    /** What to know of a table that holds real rows before anything else; empty of any other. */
    Optional<String> warning() {
        return real == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This table holds %,d real rows. It may not leave the place that the input may not leave.",
                        real));
    }

    /** Whether rules were asked: where the gate only reports, that no rule is broken says nothing. */
    boolean judged() {
        return !"report-only".equals(provenance.get("gate"));
    }

    /** The findings of one name, {@code check.metric}. */
    List<Finding> named(String name) {
        return findings.stream().filter(finding -> finding.name().equals(name)).toList();
    }
}

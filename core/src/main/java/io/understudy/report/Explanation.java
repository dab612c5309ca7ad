package io.understudy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report in words for a terminal: what was decided, why, and what to change. */
public record Explanation(Report report) {
    private static final int WIDTH = 100;
    private static final String INDENT = "   ";
    private static final String HANGING = "             ";

    /** Lines of about a hundred letters. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d synthetic rows in place of %s",
                report.verdict(),
                report.rows(),
                report.title()));
        if (report.breaches().isEmpty()) {
            lines.add(Decision.kept(report));
        } else {
            lines.add(report.breaches().size() == 1
                    ? "A rule of the gate is broken, so nothing is published:"
                    : report.breaches().size() + " rules of the gate are broken, so nothing is published:");
        }
        for (int i = 0; i < report.breaches().size(); i++) {
            lines.add("");
            lines.addAll(breach(i + 1, report.breaches().get(i)));
        }
        if (!report.notes().isEmpty()) {
            lines.add("");
            lines.add("To know about this table:");
            report.notes().forEach(note -> lines.addAll(wrapped(INDENT + "- ", INDENT + "  ", note)));
        }
        return lines;
    }

    private static List<String> breach(int number, Report.Broken breach) {
        List<String> lines = new ArrayList<>();
        String title = Meaning.of(breach.rule()).map(meaning -> meaning.name().title()).orElse(breach.rule());
        String subject = breach.subject().isEmpty() ? "" : ": " + breach.subject();
        lines.add(number + ". " + (title.isEmpty() ? "Nothing was measured" : title) + subject);
        lines.addAll(part("measured", breach.message()));
        Meaning.of(breach.rule()).ifPresent(meaning -> {
            lines.addAll(part("means", meaning.means()));
            lines.addAll(part("beware", meaning.cannotShow()));
        });
        Advice advice = Advice.of(breach.rule());
        advice.causes().forEach(cause -> lines.addAll(part("cause", cause)));
        Meaning.of(breach.rule()).ifPresent(meaning -> lines.addAll(part("try", meaning.remedy())));
        advice.keys().forEach(key -> lines.add(INDENT + pad("key") + key));
        return lines;
    }

    private static List<String> part(String name, String words) {
        return wrapped(INDENT + pad(name), HANGING, words);
    }

    private static String pad(String name) {
        return String.format(Locale.ROOT, "%-10s", name);
    }

    /** Words in lines, the first one behind a name, the others below its beginning. */
    private static List<String> wrapped(String first, String rest, String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        for (String word : words.split("\\s+", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(rest);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}

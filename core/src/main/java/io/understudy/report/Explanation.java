package io.understudy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A report in words for a terminal: what was decided, why, and what to change. */
public record Explanation(Report report) {
    private static final int WIDTH = 100;
    private static final String INDENT = "   ";
    private static final String HANGING = "             ";

    /** Lines of about a hundred letters. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%s: %,d synthetic rows in place of %s", report.verdict(), report.rows(), report.title()));
        List<BrokenFinding> broken = BrokenFinding.of(report);
        lines.add(Decision.reason(report));
        for (int i = 0; i < broken.size(); i++) {
            lines.add("");
            lines.addAll(paragraph(i + 1, broken.get(i)));
        }
        lines.addAll(list("Usual causes", helping(broken, Advice::causes)));
        lines.addAll(list("What to change in the job file", helping(broken, Advice::keys)));
        lines.addAll(list("To know about this table", report.notes()));
        return lines;
    }

    private static List<String> paragraph(int number, BrokenFinding broken) {
        List<String> lines = new ArrayList<>();
        String subject = broken.subject().isEmpty() ? "" : ": " + broken.subject();
        lines.add(number + ". " + broken.title() + subject);
        lines.addAll(part("measured", broken.message()));
        if (broken.more() > 0) {
            lines.addAll(part("also", broken.others()));
        }
        Meaning.of(broken.finding()).ifPresent(meaning -> {
            lines.addAll(part("means", meaning.means()));
            lines.addAll(part("try", meaning.remedy()));
        });
        return lines;
    }

    /** Pieces of advice, each once, the one that helps most paragraphs first, with the numbers of these. */
    private static List<String> helping(List<BrokenFinding> broken, Function<Advice, List<String>> kind) {
        Map<String, List<String>> helped = new LinkedHashMap<>();
        for (int i = 0; i < broken.size(); i++) {
            String number = String.valueOf(i + 1);
            kind.apply(Advice.of(broken.get(i).finding()))
                    .forEach(words -> helped.computeIfAbsent(words, key -> new ArrayList<>())
                            .add(number));
        }
        boolean several = broken.size() > 1;
        return helped.entrySet().stream()
                .sorted(Comparator.comparingInt(advice -> -advice.getValue().size()))
                .map(advice ->
                        several ? advice.getKey() + " (" + String.join(", ", advice.getValue()) + ")" : advice.getKey())
                .toList();
    }

    private static List<String> list(String title, List<String> sentences) {
        List<String> lines = new ArrayList<>();
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            sentences.forEach(sentence -> lines.addAll(wrapped(INDENT + "- ", INDENT + "  ", sentence)));
        }
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
        for (String word : words.split(" ", -1)) {
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

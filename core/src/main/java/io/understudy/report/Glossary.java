package io.understudy.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that can be measured, with its range, its meaning and its limits, as a page for readers. */
public final class Glossary {
    private static final Map<String, String> ROOMS =
            Map.of("privacy", "Privacy", "quality", "Likeness", "bias", "Groups of people");

    private Glossary() {}

    /** Markdown: one section a check, one entry a finding. */
    public static String markdown() {
        return List.of("privacy", "quality", "bias").stream()
                .map(Glossary::room)
                .collect(Collectors.joining("\n"));
    }

    private static String room(String check) {
        List<Meaning> entries = Meaning.all()
                .filter(meaning -> meaning.name().finding().startsWith(check + "."))
                .toList();
        return "## " + ROOMS.get(check) + " (" + entries.size() + " findings)\n"
                + entries.stream().map(Glossary::entry).collect(Collectors.joining());
    }

    private static String entry(Meaning meaning) {
        Name name = meaning.name();
        return """

                ### `%s`
                **%s.** %s

                | range | baseline |
                |---|---|
                | %s | %s |

                - *Cannot show*: %s
                - *Where it breaks a rule*: %s
                """.formatted(
                        name.finding(),
                        name.title(),
                        meaning.means(),
                        name.range(),
                        name.baseline(),
                        meaning.cannotShow(),
                        meaning.remedy());
    }
}

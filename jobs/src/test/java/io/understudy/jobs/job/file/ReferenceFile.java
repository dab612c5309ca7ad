package io.understudy.jobs.job.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** conf/reference.yaml taken apart: what it says of every key, with its default, and the notes below a section. */
final class ReferenceFile {
    private static final Pattern KEY = Pattern.compile("( *)([a-z-]+):([^#]*)(?:# ?(.*))?");
    private static final Pattern INLINE = Pattern.compile("\\{ ([a-z-]+): (.*) }");
    private static final Pattern CONTINUED = Pattern.compile(" +# ?(.*)");

    private record Entry(String value, String words) {}

    private final StringBuilder intro = new StringBuilder();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, StringBuilder> notes = new LinkedHashMap<>();
    private String section = "";
    private String last = "";

    private ReferenceFile() {}

    static ReferenceFile of(List<String> lines) {
        ReferenceFile file = new ReferenceFile();
        lines.forEach(file::read);
        return file;
    }

    private void read(String line) {
        Matcher key = KEY.matcher(line);
        Matcher continued = CONTINUED.matcher(line);
        if (line.startsWith("#")) {
            String words = line.replaceFirst("# ?", "");
            if (section.isEmpty()) {
                intro.append(words).append("\n");
            } else {
                notes.computeIfAbsent(section, name -> new StringBuilder())
                        .append(line)
                        .append("\n");
            }
        } else if (continued.matches()) {
            entries.computeIfPresent(
                    last, (path, before) -> new Entry(before.value(), before.words() + " " + continued.group(1)));
        } else if (key.matches()) {
            boolean top = key.group(1).isEmpty();
            section = top ? key.group(2) : section;
            put(top ? key.group(2) : section + "." + key.group(2), key.group(3).strip(), key.group(4));
        }
    }

    private void put(String path, String value, String words) {
        String said = words == null ? "" : words;
        Matcher inline = INLINE.matcher(value);
        if (inline.matches()) {
            put(path + "." + inline.group(1), inline.group(2), said);
            return;
        }
        entries.put(path, new Entry(value, said));
        last = path;
    }

    String intro() {
        return intro.toString();
    }

    String notes(String section) {
        return notes.getOrDefault(section, new StringBuilder()).toString();
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    /** A row of a table in Markdown; none for a key without a line of its own. */
    String row(String path) {
        Entry entry = entries.get(path);
        if (entry == null) {
            return "";
        }
        String value = entry.value().isEmpty() ? "" : "`" + entry.value() + "`";
        return "| `%s` | %s | %s |\n".formatted(path, value, entry.words().replace("|", "\\|"));
    }
}

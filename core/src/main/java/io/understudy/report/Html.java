package io.understudy.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of HTML that is well-formed XML too. Texts and attributes are escaped here and nowhere else. */
sealed interface Html {
    void write(StringBuilder out);

    static Text text(String text) {
        return new Text(text);
    }

    static Element element(String name, String text) {
        return element(name, text(text));
    }

    static Element element(String name, Html... children) {
        return element(name, Arrays.asList(children));
    }

    static Element element(String name, List<? extends Html> children) {
        return new Element(name, Map.of(), List.copyOf(children));
    }

    /** Text, whatever it holds. */
    record Text(String text) implements Html {
        /** What XML 1.0 has no way to write: most control characters, halves of surrogate pairs, two non-characters. */
        private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

        @Override
        public void write(StringBuilder out) {
            out.append(escaped(text));
        }

        private static String escaped(String text) {
            return text.replaceAll(UNWRITABLE, "\uFFFD")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    }

    /** A style or script, which a page takes as it is. */
    record Verbatim(Resource resource) implements Html {
        @Override
        public void write(StringBuilder out) {
            out.append(resource.text());
        }
    }

    /** What stands between a start and an end tag; names of elements and attributes are the page's own. */
    record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
        private static final Set<String> WITHOUT_END = Set.of("meta", "input");

        /** This element with one more attribute. */
        Element with(String attribute, String value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        /** The texts in it, one after the other. */
        String words() {
            return children.stream()
                    .map(child -> child instanceof Text text ? text.text() : ((Element) child).words())
                    .collect(Collectors.joining());
        }

        @Override
        public void write(StringBuilder out) {
            out.append('<').append(name);
            attributes.forEach((attribute, value) -> out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(Text.escaped(value))
                    .append('"'));
            if (WITHOUT_END.contains(name)) {
                out.append(" />");
                return;
            }
            out.append('>');
            children.forEach(child -> child.write(out));
            out.append("</").append(name).append('>');
        }
    }
}

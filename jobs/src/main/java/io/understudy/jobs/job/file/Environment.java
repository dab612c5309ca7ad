package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in <code>${NAME}</code> from the environment; <code>$${</code> stands for <code>${</code> itself. An unquoted
 * value takes the type that its filled-in text has, so <code>rows: ${ROWS}</code> can be a number.
 */
record Environment(Map<String, String> variables) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** The same tree with every value filled in; keys are left alone. */
    Tree fill(Tree tree, KeyPath path) {
        if (tree instanceof Tree.Mapping mapping) {
            Map<String, Tree> filled = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> filled.put(key, fill(value, path.child(key))));
            return new Tree.Mapping(filled, mapping.place());
        }
        if (tree instanceof Tree.Sequence sequence) {
            List<Tree> filled = new ArrayList<>();
            for (Tree item : sequence.items()) {
                filled.add(fill(item, path.item(filled.size() + 1)));
            }
            return new Tree.Sequence(filled, sequence.place());
        }
        return scalar((Tree.Scalar) tree, path);
    }

    private Tree.Scalar scalar(Tree.Scalar scalar, KeyPath path) {
        if (scalar.type() != ScalarType.TEXT || !scalar.text().contains("${")) {
            return scalar;
        }
        String text = REFERENCE
                .matcher(scalar.text())
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "${" : value(found.group(), scalar.place(), path)));
        ScalarType type = scalar.plain() ? ScalarType.ofPlain(text) : ScalarType.TEXT;
        return new Tree.Scalar(type, text, scalar.written(), scalar.plain(), scalar.place());
    }

    /** Whether a text can be the name of a variable. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private String value(String reference, Place place, KeyPath path) {
        String name = reference.endsWith("}") ? reference.substring(2, reference.length() - 1) : "";
        if (!isName(name)) {
            throw new ConfigurationException(
                    "%s holds a ${ %s that is not ${NAME} with the name of an environment variable; write $${ for a literal ${"
                            .formatted(path, place));
        }
        String value = variables.get(name);
        if (value == null) {
            throw new ConfigurationException(
                    "%s needs the environment variable %s %s, which is not set; set it, or write $${ for a literal ${"
                            .formatted(path, name, place));
        }
        return value;
    }
}

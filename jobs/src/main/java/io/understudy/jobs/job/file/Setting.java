package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code --set path=value} of the command line: keys from the root of the job file down, and the value to put there. */
record Setting(List<String> keys, Tree value) {
    private static final String KEY = "(?:\"[^\"]*\"|[^\".=]+)";
    private static final Pattern SETTING = Pattern.compile("(" + KEY + "(?:\\." + KEY + ")*)=(.*)", Pattern.DOTALL);
    private static final Pattern ONE_KEY = Pattern.compile("\"([^\"]*)\"|([^\".=]+)");

    /** Reads {@code output.rows=1000} or {@code columns."net.income".kind=number}; the value is YAML, nothing is null. */
    static Setting parse(String text) {
        Matcher matcher = SETTING.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    "--set \"%s\" is not path=value; write it like --set output.rows=1000".formatted(text));
        }
        Tree nothing = new Tree.Scalar(ScalarType.NULL, "", "", true, Place.SETTING);
        return new Setting(
                keys(matcher.group(1)),
                TreeReader.ofSetting(matcher.group(1), matcher.group(2)).orElse(nothing));
    }

    private static List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        Matcher matcher = ONE_KEY.matcher(path);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            keys.add(quoted != null ? quoted : matcher.group(2).strip());
        }
        return List.copyOf(keys);
    }

    /** The tree with this value in it; keys on the way that are absent or null are made. */
    Tree.Mapping applyTo(Tree.Mapping tree) {
        return set(tree, KeyPath.ROOT, 0);
    }

    private Tree.Mapping set(Tree.Mapping tree, KeyPath path, int depth) {
        String key = keys.get(depth);
        if (depth == keys.size() - 1) {
            return tree.with(key, value);
        }
        Optional<Tree> below = Optional.ofNullable(tree.entries().get(key)).filter(value -> !value.isNull());
        Tree.Mapping inner = mapping(below, path.child(key));
        return tree.with(key, set(inner, path.child(key), depth + 1));
    }

    private Tree.Mapping mapping(Optional<Tree> tree, KeyPath path) {
        Tree found = tree.orElseGet(() -> new Tree.Mapping(Map.of(), Place.SETTING));
        if (found instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw new ConfigurationException("--set cannot go below %s, which holds %s %s; set %s as a whole"
                .formatted(path, found.described(), found.place(), path));
    }
}

package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML text to {@link Tree}. Builds no Java objects, so no tag of the file can name a class. Aliases are expanded; what
 * they can grow to is bounded, in depth and in number.
 */
final class TreeReader {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_VALUES = 100_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private final Optional<Place> fixed;
    private int values;

    private TreeReader(Optional<Place> fixed) {
        this.fixed = fixed;
    }

    /** The tree of a whole job file; empty if nothing is written in it. */
    static Optional<Tree> ofFile(String text) {
        return new TreeReader(Optional.empty()).read(text, "the job file");
    }

    /** The tree of a value given on the command line; empty if nothing is written after the equals sign. */
    static Optional<Tree> ofSetting(String setting, String value) {
        return new TreeReader(Optional.of(Place.SETTING)).read(value, "the value of --set " + setting);
    }

    private Optional<Tree> read(String text, String what) {
        try {
            return new Compose(SETTINGS).composeString(text).map(node -> tree(node, placeOf(node), 0));
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark().map(TreeReader::position).orElse("");
            throw new ConfigurationException("%s is not valid YAML%s: %s".formatted(what, where, e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new ConfigurationException("%s is not valid YAML: %s".formatted(what, firstLine(e)), e);
        } catch (StackOverflowError e) {
            throw tooMuch(e);
        }
    }

    private Tree tree(Node node, Place place, int level) {
        if (level > MOST_LEVELS || ++values > MOST_VALUES) {
            throw tooMuch(null);
        }
        if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
            return mapping(mapping, place, level);
        }
        if (node instanceof SequenceNode sequence && node.getTag().equals(Tag.SEQ)) {
            List<Tree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(tree(item, placeOf(item), level + 1));
            }
            return new Tree.Sequence(items, place);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, place);
        }
        throw unknownTag(node, place);
    }

    private Tree mapping(MappingNode node, Place place, int level) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place keyPlace = placeOf(tuple.getKeyNode());
            String key = key(tuple.getKeyNode(), keyPlace);
            Tree earlier = entries.get(key);
            if (earlier != null) {
                throw new ConfigurationException(
                        "the key \"%s\" is written twice in the same place, %s and %s; keep one"
                                .formatted(key, earlier.place(), keyPlace));
            }
            entries.put(key, tree(tuple.getValueNode(), keyPlace, level + 1));
        }
        return new Tree.Mapping(entries, place);
    }

    private static String key(Node node, Place place) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new ConfigurationException("a key must be a word, got a list or keys and values " + place);
    }

    private static Tree scalar(ScalarNode node, Place place) {
        ScalarType type = ScalarType.of(node.getTag()).orElseThrow(() -> unknownTag(node, place));
        return new Tree.Scalar(type, node.getValue(), node.getValue(), node.isPlain(), place);
    }

    private Place placeOf(Node node) {
        return fixed.orElseGet(() ->
                Place.line(node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1)));
    }

    private static String position(Mark mark) {
        return " at line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static ConfigurationException unknownTag(Node node, Place place) {
        return new ConfigurationException(
                "the tag %s %s means nothing in a job file; leave it out".formatted(node.getTag(), place));
    }

    private static ConfigurationException tooMuch(@Nullable Throwable cause) {
        return new ConfigurationException(
                "the job file nests deeper than %d levels or grows beyond %d values by its aliases; write it out flat"
                        .formatted(MOST_LEVELS, MOST_VALUES),
                cause);
    }
}

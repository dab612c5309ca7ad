package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys at one level of a job file, read by name. A key whose value is null counts as left out. */
record Section(KeyPath path, Map<String, Tree> entries) {

    /** Opens a level of which all keys are known; any other key is refused. */
    static Section of(KeyPath path, Tree tree, List<String> known) {
        Section section = open(path, tree);
        section.entries.forEach((key, value) -> section.refuseUnless(known, key, value));
        return section;
    }

    /** Opens a level of which a person chooses the keys. */
    static Section open(KeyPath path, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return new Section(path, mapping.entries());
        }
        if (tree.isNull()) {
            return new Section(path, Map.of());
        }
        throw new Value(path, tree).wrong("keys and values");
    }

    private void refuseUnless(List<String> known, String key, Tree value) {
        if (known.contains(key)) {
            return;
        }
        String advice = Suggestion.nearest(key, known)
                .map(near -> "did you mean \"%s\"?".formatted(path.child(near)))
                .orElseGet(() -> "known here: " + String.join(", ", known));
        throw new ConfigurationException("unknown key \"%s\" %s; %s".formatted(path.child(key), value.place(), advice));
    }

    /** The value of a key, if it has one. */
    Optional<Value> value(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(tree -> !tree.isNull())
                .map(tree -> new Value(path.child(key), tree));
    }

    /** The level below a key; a level without keys if it is left out. */
    Section section(String key, String... known) {
        return value(key).map(value -> value.section(known)).orElseGet(() -> new Section(path.child(key), Map.of()));
    }

    /** The values of all keys that have one, in the order in which they were written. */
    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        entries.keySet().forEach(key -> value(key).ifPresent(value -> values.put(key, value)));
        return values;
    }

    /** The only key among these that has a value, where a person must choose one. */
    String exactlyOne(String... keys) {
        List<String> given =
                Arrays.stream(keys).filter(key -> value(key).isPresent()).toList();
        if (given.size() == 1) {
            return given.get(0);
        }
        String found = given.isEmpty()
                ? "none is given"
                : given.stream().map(this::whereabouts).collect(Collectors.joining(" and ")) + " are given";
        throw new ConfigurationException(
                "%s needs exactly one of %s; %s".formatted(path, String.join(", ", keys), found));
    }

    private String whereabouts(String key) {
        return "%s %s".formatted(key, value(key).orElseThrow().tree().place());
    }

    /** Refuses a key of the contract that nothing implements yet, whatever its value. */
    void notYet(String key) {
        value(key).ifPresent(value -> {
            throw value.notYet("leave it out");
        });
    }

    /** Refuses a list of the contract that nothing implements yet, unless it is empty. */
    void notYetUnlessEmpty(String key) {
        value(key).filter(value -> !value.items().isEmpty()).ifPresent(value -> {
            throw value.notYet("leave it out or write []");
        });
    }
}

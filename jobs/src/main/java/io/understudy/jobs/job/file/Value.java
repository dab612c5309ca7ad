package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Spelling;
import io.understudy.jobs.job.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value that is not null, read as the type that its key asks for. */
record Value(KeyPath path, Tree tree) {

    /** Any text that is not blank; a number counts as the text it was written as. */
    String text() {
        if (tree instanceof Tree.Scalar scalar
                && scalar.type() != ScalarType.BOOLEAN
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw wrong("text");
    }

    /** A single value of any type, as text. */
    Tree.Scalar scalar() {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar;
        }
        throw wrong("a single value");
    }

    /** A whole number from {@code least} to {@code most}; {@code expected} says so in words. */
    long whole(long least, long most, String expected) {
        if (tree instanceof Tree.Scalar scalar && scalar.type() == ScalarType.WHOLE) {
            Optional<Long> number = parseWhole(scalar.text());
            if (number.isPresent() && number.get() >= least && number.get() <= most) {
                return number.get();
            }
        }
        throw wrong(expected);
    }

    private static Optional<Long> parseWhole(String text) {
        try {
            if (text.startsWith("0x")) {
                return Optional.of(Long.parseLong(text.substring(2), 16));
            }
            return Optional.of(text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    /** A finite number from {@code least} to {@code most}; {@code expected} says so in words. */
    double number(double least, double most, String expected) {
        if (tree instanceof Tree.Scalar scalar
                && (scalar.type() == ScalarType.WHOLE || scalar.type() == ScalarType.DECIMAL)) {
            double number = parseNumber(scalar.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(expected);
    }

    private static double parseNumber(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException infiniteOrNaN) {
            return Double.NaN;
        }
    }

    boolean bool() {
        if (tree instanceof Tree.Scalar scalar && scalar.type() == ScalarType.BOOLEAN) {
            return Boolean.parseBoolean(scalar.text());
        }
        throw wrong("true or false");
    }

    /** A constant by its spelling; {@code later} are words of the contract that are refused as not yet supported. */
    <E extends Enum<E>> E choice(Class<E> type, String... later) {
        String word = word(Spelling.all(type), List.of(later));
        return Stream.of(type.getEnumConstants())
                .filter(constant -> Spelling.of(constant).equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** One of the words that are supported now; those to be supported {@code later} are refused as such. */
    String word(List<String> now, List<String> later) {
        String word = tree instanceof Tree.Scalar scalar ? scalar.text() : "";
        if (now.contains(word)) {
            return word;
        }
        if (later.contains(word)) {
            throw notYet(now.isEmpty() ? "leave it out" : "supported so far: " + String.join(", ", now));
        }
        List<String> all = Stream.concat(now.stream(), later.stream()).toList();
        String hint = Suggestion.nearest(word, all)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("");
        throw new ConfigurationException(
                wrong("one of " + String.join(", ", all)).getMessage() + hint);
    }

    List<Value> items() {
        if (!(tree instanceof Tree.Sequence sequence)) {
            throw wrong("a list");
        }
        List<Value> items = new ArrayList<>();
        for (Tree item : sequence.items()) {
            items.add(new Value(path.item(items.size() + 1), item));
        }
        return items;
    }

    /** A list of texts without repeats, such as column names. */
    List<String> texts() {
        List<String> texts = items().stream().map(Value::text).toList();
        if (texts.stream().distinct().count() < texts.size()) {
            throw wrong("a list without repeats");
        }
        return texts;
    }

    Section section(String... known) {
        return Section.of(path, tree, List.of(known));
    }

    /** The value has the wrong type or is out of range. */
    ConfigurationException wrong(String expected) {
        return new ConfigurationException(
                "%s must be %s, got %s %s".formatted(path, expected, tree.described(), tree.place()));
    }

    /** The value is part of the contract, but nothing implements it yet. */
    ConfigurationException notYet(String advice) {
        String what = tree instanceof Tree.Scalar ? "%s: %s".formatted(path, tree.described()) : path.text();
        return new ConfigurationException("%s is not yet supported %s; %s".formatted(what, tree.place(), advice));
    }

    /** The value is fine by itself but not beside the rest of the job. */
    ConfigurationException conflict(String why) {
        return new ConfigurationException("%s %s %s".formatted(path, tree.place(), why));
    }
}

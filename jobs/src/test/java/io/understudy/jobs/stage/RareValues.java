package io.understudy.jobs.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The oracle of protected values: looks through everything a job leaves for values that fewer than k real rows have.
 *
 * @param real      all real rows
 * @param published the synthetic table
 * @param left      the folder of the job's evidence, with its work folder inside
 * @param k         rows that must share a value
 */
record RareValues(Dataset<Row> real, Dataset<Row> published, Path left, int k) {
    /** Shorter texts stand in any file by chance. */
    private static final int LEAST_TEXT = 4;

    private static final Set<String> KINDS = Set.of("CATEGORY", "IDENTIFIER", "TEXT");
    private static final Pattern TEXT_OF_A_PAGE = Pattern.compile(">([^<>]+)<");

    /** A share of rows or a time, by its unit: two digits and two decimals are some amount of a table by chance. */
    private static final Pattern MEASURE = Pattern.compile("\\d+\\.\\d+ [%s](?![\\p{L}\\p{N}])");

    /** What was found, in words; empty where all is well. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        Set<String> told = told();
        for (JsonNode column : json(left.resolve("work/profile.json")).get("columns")) {
            if (KINDS.contains(column.get("kind").asText())) {
                String name = column.get("name").asText();
                Dataset<Row> rare = rare(name);
                long rows = published(name).join(rare, "value").count();
                if (rows > 0) {
                    found.add(name + ": " + rows + " published rows have rare values");
                }
                long texts = rare.filter("length(value) >= " + LEAST_TEXT).collectAsList().stream()
                        .filter(row -> told.contains(row.getString(0)))
                        .count();
                if (texts > 0 && column.get("type").toString().contains("text")) {
                    found.add(name + ": " + texts + " rare values stand in artifacts");
                }
            }
        }
        return found;
    }

    private Dataset<Row> rare(String name) {
        return real.select(text(name))
                .filter("value is not null")
                .groupBy("value")
                .count()
                .filter("count < " + k)
                .select("value");
    }

    private Dataset<Row> published(String name) {
        return published.select(text(name));
    }

    private static Column text(String name) {
        return functions.col("`" + name.replace("`", "``") + "`").cast("string").as("value");
    }

    /** Every whole text in a file that the job left. */
    private Set<String> told() {
        Set<String> texts = new HashSet<>();
        try (Stream<Path> files = Files.walk(left)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json")) {
                    addTexts(json(file), texts);
                } else if (name.endsWith(".understudy")) {
                    addTexts(StoredModel.read(file), texts);
                } else if (name.endsWith(".html")) {
                    Matcher matcher = TEXT_OF_A_PAGE.matcher(Files.readString(file));
                    while (matcher.find()) {
                        texts.add(matcher.group(1).strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void addTexts(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(child -> addTexts(child, texts));
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rare values that stand as words of their own in what the program said, by column. */
    List<String> said(String... outputs) {
        Set<String> words = new HashSet<>();
        for (String output : outputs) {
            words.addAll(List.of(MEASURE.matcher(output).replaceAll("").split("[^\\p{L}\\p{N}._@-]+")));
        }
        List<String> found = new ArrayList<>();
        for (String name : real.columns()) {
            long texts = rare(name).filter("length(value) >= " + LEAST_TEXT).collectAsList().stream()
                    .filter(row -> words.contains(row.getString(0)))
                    .count();
            if (texts > 0) {
                found.add(name + ": " + texts + " rare values were said");
            }
        }
        return found;
    }
}

package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.job.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadJobFileTest {

    @TempDir
    Path folder;

    /** Each line is appended to a minimal job file as its third line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outptu: 1             | unknown key \"outptu\" at line 3; did you mean \"output\"?",
                "run_id: a             | unknown key \"run_id\" at line 3; did you mean \"run-id\"?",
                "model: { tpye: a }    | unknown key \"model.tpye\" at line 3; did you mean \"model.type\"?",
                "gate: { zzzzzz: 1 }   | unknown key \"gate.zzzzzz\" at line 3; known here: preset, rules, quarantine",
                "columns: { a.b: { knd: text } }"
                        + " | unknown key \"columns.\"a.b\".knd\" at line 3; did you mean \"columns.\"a.b\".kind\"?",
                "version: 2 | version must be 1, the only version of job files so far, got 2 at line 3",
                "seed: 0.5  | seed must be a whole number of at most 64 bits, got 0.5 at line 3",
                "seed: 9223372036854775808"
                        + " | seed must be a whole number of at most 64 bits, got 9223372036854775808 at line 3",
                "k: 0       | k must be a whole number >= 1, got 0 at line 3",
                "k: ten     | k must be a whole number >= 1, got \"ten\" at line 3",
                "k: '10'    | k must be a whole number >= 1, got \"10\" at line 3",
                "k: [10]    | k must be a whole number >= 1, got a list at line 3",
                "model: fast | model must be keys and values, got \"fast\" at line 3",
                "holdout: { fraction: 0 }    | holdout.fraction must be a number above 0 and below 1, got 0 at line 3",
                "holdout: { fraction: 1 }    | holdout.fraction must be a number above 0 and below 1, got 1 at line 3",
                "holdout: { fraction: .nan } | holdout.fraction must be a number above 0 and below 1, got .nan at line 3",
                "holdout: { key: id }        | holdout.key must be a list, got \"id\" at line 3",
                "holdout: { key: [a, a] }    | holdout.key must be a list without repeats, got a list at line 3",
                "holdout: { key: [a, [b]] }  | holdout.key[2] must be text, got a list at line 3",
                "holdout: { format: csv }"
                        + " | holdout.format at line 3 needs holdout.path; a fraction of the input has the input's format",
                "holdout: { options: { a: b } }"
                        + " | holdout.options at line 3 needs holdout.path; a fraction of the input has the input's options",
                "columns: { a: identifier }  | columns.a must be keys and values, got \"identifier\" at line 3",
                "columns: [a]                | columns must be keys and values, got a list at line 3",
                "columns: { a: { role: dorp } }"
                        + " | columns.a.role must be one of synthesise, drop, keep, got \"dorp\" at line 3; did you mean \"drop\"?",
                "model: { type: gan }"
                        + " | model.type must be one of bayesian-network, gaussian-copula, aim, mst, got \"gan\" at line 3",
                "model: { closeness: 1.5 }   | model.closeness must be a number from 0 to 1, got 1.5 at line 3",
                "model: { closeness: .inf }  | model.closeness must be a number from 0 to 1, got .inf at line 3",
                "gate: { preset: stricter }"
                        + " | gate.preset must be one of strict, default, report-only, got \"stricter\" at line 3;"
                        + " did you mean \"strict\"?",
                "gate: { quarantine: yes }   | gate.quarantine must be true or false, got \"yes\" at line 3",
                "gate: { rules: [a] }        | gate.rules[1] must be keys and values, got \"a\" at line 3",
                "gate: { rules: [{ max: 1 }] }"
                        + " | gate.rules[1] at line 3 needs a finding, such as privacy.closer-to-train",
                "gate: { rules: [{ finding: a.b }] }"
                        + " | gate.rules[1] at line 3 limits nothing; give it a max, a min or both",
                "gate: { rules: [{ finding: a.b, max: 1, min: 2 }] }"
                        + " | gate.rules[1] at line 3 has a min above its max, so nothing can pass; swap them",
                "gate: { rules: [{ finding: a.b, max: .inf }] }"
                        + " | gate.rules[1].max must be a finite number, got .inf at line 3",
                "gate: { rules: [{ finding: a.b, max: 1, bound: lo }] }"
                        + " | gate.rules[1].bound must be one of value, low, high, got \"lo\" at line 3; did you mean \"low\"?",
                "work: { path: [] }          | work.path must be text, got a list at line 3",
                "work: { path: ' ' }         | work.path must be text, got \" \" at line 3",
                "k: !count 5                 | the tag !count at line 3 means nothing in a job file; leave it out",
                "[k]: 5                      | a key must be a word, got a list or keys and values at line 3",
            })
    void aWrongLineIsNamedWithTheRemedy(String line, String message) {
        Written.in(folder).refusal(Written.MINIMAL + line).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ path: out, rows: -1 }" + " | output.rows must be \"same\" or a whole number >= 1, got -1 at line 2",
                "{ path: out, rows: manny }"
                        + " | output.rows must be \"same\" or a whole number >= 1, got \"manny\" at line 2",
                "{ path: out, rows: 1.5 }"
                        + " | output.rows must be \"same\" or a whole number >= 1, got 1.5 at line 2",
                "{ path: true }           | output.path must be text, got true at line 2",
                "{ rows: 5 }              | output needs exactly one of path, table; none is given",
                "{ path: out, table: t }"
                        + " | output needs exactly one of path, table; path at line 2 and table at line 2 are given",
                "{ path: out, format: csv } | output.format must be one of delta, parquet, got \"csv\" at line 2",
                "{ path: out, format: delt }"
                        + " | output.format must be one of delta, parquet, got \"delt\" at line 2; did you mean \"delta\"?",
                "{ path: out, format: parquet, mode: append }"
                        + " | output.mode at line 2 needs the transactions of Delta;"
                        + " set output.format to delta, or output.mode to error or overwrite",
                "{ table: t, format: parquet }"
                        + " | output.table at line 2 cannot be published as parquet all at once;"
                        + " set output.format to delta, or output.path",
                "{ path: out, mode: replace-where }"
                        + " | output.mode at line 2 needs output.replace-where, the predicate whose rows are replaced",
                "{ path: out, replace-where: a = 1 }"
                        + " | output.replace-where at line 2 needs output.mode: replace-where",
            })
    void aWrongOutputIsNamedWithTheRemedy(String output, String message) {
        Written.in(folder).refusal("input: { path: in }\noutput: " + output).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ format: csv } | input needs exactly one of path, table, query; none is given",
                "{ path: a, table: b, query: c }"
                        + " | input needs exactly one of path, table, query;"
                        + " path at line 1 and table at line 1 and query at line 1 are given",
                "{ table: a, format: csv }"
                        + " | input.format at line 1 goes with input.path; a table of the catalog knows its format",
                "{ query: a, format: csv }"
                        + " | input.format at line 1 goes with input.path; a query reads tables by their names",
                "{ query: a, options: { b: c } }"
                        + " | input.options at line 1 goes with input.path or input.table; a query has none",
                "{ query: a, version: 1 }"
                        + " | input.version at line 1 goes with input.path or input.table;"
                        + " write VERSION AS OF into the query",
                "{ path: a.csv, version: 1 }"
                        + " | input.version at line 1 needs the format delta; other formats keep no versions",
                "{ path: a, options: { b: [c] } } | input.options.b must be a single value, got a list at line 1",
            })
    void aWrongInputIsNamedWithTheRemedy(String input, String message) {
        Written.in(folder)
                .refusal("input: " + input + "\noutput: { path: out }")
                .hasMessage(message);
    }

    @Test
    void inputAndOutputAreRequired() {
        Written.in(folder).refusal("k: 5").hasMessage("input needs exactly one of path, table, query; none is given");
        Written.in(folder)
                .refusal("output: { path: out }")
                .hasMessage("input needs exactly one of path, table, query; none is given");
        Written.in(folder)
                .refusal("input: { path: in }")
                .hasMessage("output needs exactly one of path, table; none is given");
    }

    @Test
    void longValuesAreCut() {
        Written.in(folder)
                .refusal(Written.MINIMAL + "k: " + "x".repeat(100))
                .hasMessage("k must be a whole number >= 1, got \"" + "x".repeat(40) + "...\" at line 3");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        Written.in(folder)
                .refusal(Written.MINIMAL + "k: 5\nseed: 1\nk: 6")
                .hasMessage("the key \"k\" is written twice in the same place, at line 3 and at line 5; keep one");
    }

    @Test
    void aSyntaxErrorIsPlaced() {
        Written.in(folder)
                .refusal("input: { path: in }\noutput: path: out")
                .hasMessage("the job file is not valid YAML at line 2, column 13: mapping values are not allowed here");
        Written.in(folder)
                .refusal("input: { path: in\n")
                .hasMessage("the job file is not valid YAML at line 2, column 1:"
                        + " expected ',' or '}', but got <stream end>");
    }

    @Test
    void twoDocumentsAreRefused() {
        Written.in(folder)
                .refusal(Written.MINIMAL + "---\nk: 5")
                .hasMessage("the job file is not valid YAML at line 3, column 1: but found another document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a remark\n"})
    void anEmptyFileIsRefused(String text) {
        Written.in(folder)
                .refusal(text)
                .hasMessage("the job file %s is empty; it needs at least input and output"
                        .formatted(folder.resolve("job.yaml")));
    }

    @Test
    void aFileWithoutKeysIsRefused() {
        Written.in(folder)
                .refusal("- input\n- output")
                .hasMessage(
                        "the job file must hold keys and values, got a list at line 1; it needs at least input and output");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        refusal(missing).hasMessage("the job file %s does not exist (looked for %s)".formatted(missing, missing));
        refusal(folder).hasMessage("the job file %s is a folder; name the file in it".formatted(folder));

        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "input: { path: caf\u00e9 }".getBytes(StandardCharsets.ISO_8859_1));
        refusal(latin).hasMessage("the job file %s is not UTF-8 text; save it as UTF-8".formatted(latin));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refusal(Path file) {
        return assertThatThrownBy(() -> JobFile.read(file, List.of(), Map.of()))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void whatAliasesGrowToIsBounded() {
        String bomb = IntStream.range(1, 10)
                .mapToObj(i -> "a%d: &a%d [%s]".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(5)))
                .collect(Collectors.joining("\n", "a0: &a0 [x]\n", "\n"));
        String tooMuch = "the job file nests deeper than 50 levels or grows beyond 100000 values by its aliases;"
                + " write it out flat";

        Written.in(folder).refusal(bomb).hasMessage(tooMuch);
        Written.in(folder).refusal("columns: &loop [*loop, *loop]").hasMessage(tooMuch);
        Written.in(folder)
                .refusal("columns: " + "[".repeat(60) + "]".repeat(60))
                .hasMessage(tooMuch);
        Written.in(folder)
                .refusal("columns: " + "[".repeat(100_000) + "]".repeat(100_000))
                .hasMessage(tooMuch);
    }
}

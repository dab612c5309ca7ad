package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.Basis;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the sample stage leaves beside the rows: {@code sample/sample.json}.
 *
 * @param format version of this file's form
 * @param basis  what the model was made from
 * @param asked  model and rows, as the job file asks for them
 * @param model  SHA-256 of the model's file
 * @param seed   of the rows
 * @param rows   how many were drawn
 * @param parts  how many of them for each condition
 * @param real   rows of the input that are published too
 * @param filled cells of these rows that were missing and are drawn
 * @param effective rows that the candidates of a row are worth; empty unless rows were taken from candidates
 * @param met    made-up values that real rows have too, where the type leaves no choice
 */
record SampleFile(
        int format,
        Basis basis,
        String asked,
        String model,
        long seed,
        long rows,
        List<Long> parts,
        long real,
        List<Cells> filled,
        OptionalDouble effective,
        List<Met> met) {
    static final int FORMAT = 2;
    static final String NAME = "sample.json";

    /** How many cells of a column. */
    record Cells(String column, long cells) {}

    /** Rows in which a column's made-up value is a real one. */
    record Met(String column, long rows) {}
}

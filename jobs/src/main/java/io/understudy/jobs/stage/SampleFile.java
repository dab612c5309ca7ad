package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.Basis;
import java.util.List;

/**
 * What the sample stage leaves beside the rows: {@code sample/sample.json}.
 *
 * @param format version of this file's form
 * @param basis  what the model was made from
 * @param asked  model and rows, as the job file asks for them
 * @param model  SHA-256 of the model's file
 * @param seed   of the rows
 * @param rows   how many
 * @param met    made-up values that real rows have too, where the type leaves no choice
 */
record SampleFile(int format, Basis basis, String asked, String model, long seed, long rows, List<Met> met) {
    static final int FORMAT = 1;
    static final String NAME = "sample.json";

    /** Rows in which a column's made-up value is a real one. */
    record Met(String column, long rows) {}
}

package io.understudy.jobs.stage;

/**
 * What the sample stage leaves beside the rows: {@code sample/sample.json}.
 *
 * @param format version of this file's form
 * @param basis  what the model was made from
 * @param asked  model and rows, as the job file asks for them
 * @param model  SHA-256 of the model's file
 * @param seed   of the rows
 * @param rows   how many
 */
record SampleFile(int format, Basis basis, String asked, String model, long seed, long rows) {
    static final int FORMAT = 1;
    static final String NAME = "sample.json";
}

package io.understudy.jobs.stage;

import io.understudy.check.picture.Pictures;

/**
 * What the assess stage leaves to be drawn: {@code pictures.json}, so that a report can be drawn again without reading
 * any table.
 *
 * @param format   version of this file's form
 * @param sample   what was assessed, as in {@code assessment.json}
 * @param pictures counts in which no value is named that fewer than k rows have
 */
record PicturesFile(int format, String sample, Pictures pictures) {
    static final int FORMAT = 1;
    static final String NAME = "pictures.json";
}

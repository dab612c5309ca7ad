package io.understudy.jobs.job.file;

/** Where a key or a value was written, in the words of an error message. */
record Place(String text) {
    static final Place SETTING = new Place("in --set");

    /** A line of the job file, counted from 1. */
    static Place line(int number) {
        return new Place("at line " + number);
    }

    @Override
    public String toString() {
        return text;
    }
}

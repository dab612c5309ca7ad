package io.understudy.jobs.job.file;

/** A key with all keys above it, as error messages and {@code --set} spell it: {@code columns."net.income".kind}. */
record KeyPath(String text) {
    static final KeyPath ROOT = new KeyPath("");

    /** The path of a key below this one; a key that would be read as two is quoted. */
    KeyPath child(String key) {
        String word = key.isEmpty() || key.matches(".*[.=\\s].*") ? '"' + key + '"' : key;
        return new KeyPath(text.isEmpty() ? word : text + "." + word);
    }

    /** The path of an item of the list at this path, counted from 1. */
    KeyPath item(int number) {
        return new KeyPath(text + "[" + number + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}

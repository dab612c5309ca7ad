package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment.KeySource;

/**
 * Reads where a secret key lies.
 *
 * @param otherwise what else can be written, for the message where a key itself seems to be
 */
record KeyReader(Locations locations, String otherwise) {

    KeySource read(Value value) {
        if (!(value.tree() instanceof Tree.Mapping)) {
            throw literal(value);
        }
        Section key = value.section("env", "file");
        if (key.exactlyOne("env", "file").equals("file")) {
            return new KeySource(
                    KeySource.Place.FILE,
                    key.value("file").map(locations::resolve).orElseThrow());
        }
        String name = key.value("env").map(Value::text).orElseThrow();
        if (!Environment.isName(name)) {
            throw literal(value);
        }
        return new KeySource(KeySource.Place.ENV, name);
    }

    /** Never shows what was written: it may be the key. */
    private ConfigurationException literal(Value value) {
        return value.conflict(
                "must say where the key lies, { env: NAME } or { file: PATH }, never the key itself; " + otherwise);
    }
}

package io.understudy.jobs.personal;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment.KeySource;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of pseudonyms. Nothing that is written, logged or shown ever holds it. */
final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /**
     * Fetches the key of a column from where it lies.
     *
     * @throws ConfigurationException naming the column and how to give it a key
     */
    static Secret of(String column, KeySource source, Map<String, String> environment) {
        String text = source.place() == KeySource.Place.ENV
                ? environment.getOrDefault(source.from(), "")
                : file(column, source.from());
        byte[] key = text.strip().getBytes(StandardCharsets.UTF_8);
        if (key.length == 0) {
            throw missing(column, source + " is not set or empty");
        }
        if (key.length < SHORTEST) {
            throw missing(column, source + " holds fewer than " + SHORTEST + " characters, which can be guessed");
        }
        return new Secret(key);
    }

    private static String file(String column, String path) {
        try {
            return Files.readString(Path.of(path.replaceFirst("^file:(?://)?", "")), StandardCharsets.ISO_8859_1);
        } catch (IOException | IllegalArgumentException e) {
            throw missing(column, "the file " + path + " cannot be read");
        }
    }

    private static ConfigurationException missing(String column, String why) {
        return new ConfigurationException("columns." + column + " is to be pseudonymised, but its key is missing: "
                + why
                + "; put a secret of at least " + SHORTEST + " characters there, or say where it lies with columns."
                + column + ".key: { env: NAME } or { file: PATH }");
    }

    /** The keyed hash of texts (RFC 2104), 32 bytes each. One object per thread. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256 and takes any key that is not empty");
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

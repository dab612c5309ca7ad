package io.understudy.jobs.seal;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Treatment.KeySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES-256: 32 random bytes, written as 64 hexadecimal digits or as base64. Passphrases are not taken, for what a
 * person can remember can be guessed. Nothing that is written, logged or shown ever holds a key.
 */
public final class SealKey {
    private static final int BYTES = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{" + 2 * BYTES + "}");
    private static final String WANTED =
            "put 32 random bytes there, as base64 (openssl rand -base64 32) or as 64 hexadecimal digits";

    private final byte[] bytes;

    private SealKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Fetches a key from where it lies.
     *
     * @throws ConfigurationException if there is none, or if what is there is no key; it never says what is there
     */
    public static SealKey of(KeySource source, Map<String, String> environment) {
        String text = source.place() == KeySource.Place.ENV
                ? environment.getOrDefault(source.from(), "")
                : file(source.from());
        if (text.isBlank()) {
            throw new ConfigurationException(
                    "the key of the model is missing: " + source + " is not set or empty; " + WANTED);
        }
        byte[] bytes = decoded(text.strip());
        if (bytes.length != BYTES) {
            throw new ConfigurationException("the key of the model cannot be used: " + source
                    + " does not hold 32 bytes in base64 or hexadecimal digits; " + WANTED);
        }
        return new SealKey(bytes);
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path.replaceFirst("^file:(?://)?", "")), StandardCharsets.ISO_8859_1);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "the key of the model is missing: the file " + path + " cannot be read; " + WANTED);
        }
    }

    /** The bytes that a text stands for; none where it stands for none. */
    private static byte[] decoded(String text) {
        try {
            return HEX.matcher(text).matches()
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }

    SecretKey aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

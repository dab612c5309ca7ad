package io.understudy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A style or a script that is written into pages as it is.
 *
 * @param text without the two characters that would need escaping in a page
 */
record Resource(String text) {
    static final Resource STYLE = read("report.css");
    static final Resource SCRIPT = read("report.js");

    Resource {
        if (text.contains("<") || text.contains("&") || text.contains("]]>")) {
            throw new IllegalArgumentException("a style or script in a page must do without < and &");
        }
    }

    private static Resource read(String name) {
        try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(name))) {
            return new Resource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source expression by which a page's policy allows it. */
    String allowed() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

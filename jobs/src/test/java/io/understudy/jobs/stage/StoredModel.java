package io.understudy.jobs.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a model that is not encrypted as anyone could: one line of JSON, then JSON in gzip. */
final class StoredModel {
    private StoredModel() {}

    static JsonNode read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = 0;
            while (bytes[end] != '\n') {
                end++;
            }
            try (InputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1))) {
                return new ObjectMapper().readTree(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

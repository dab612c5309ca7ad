package io.understudy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages of {@code docs/reference}, which are what the program says of itself; {@code -Dreference.write=true} writes them. */
public final class Committed {
    private static final Path FOLDER = Path.of("..", "docs", "reference");

    private Committed() {}

    /** The committed page is this text. */
    public static void page(String name, String text) {
        try {
            Path page = FOLDER.resolve(name);
            if (Boolean.getBoolean("reference.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(page, text);
            }
            assertThat(Files.exists(page) ? Files.readString(page) : "")
                    .as(
                            "docs/reference/%s is not what the program says; write it anew with -Dreference.write=true",
                            name)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

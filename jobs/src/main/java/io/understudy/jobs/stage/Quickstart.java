package io.understudy.jobs.stage;

import io.understudy.jobs.job.Console;
import java.nio.file.Path;

/** A whole job on a generated table. */
public final class Quickstart {
    private final Path folder;
    private final long rows;
    private final Console console;

    public Quickstart(Path folder, long rows, Console console) {
        this.folder = folder;
        this.rows = rows;
        this.console = console;
    }

    public void run() {
        console.line("%d rows in %s".formatted(rows, folder));
    }
}

package io.understudy.jobs.cli;

import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.io.PrintStream;

/** Shows the step that runs as a bar on the last line of a terminal; lines push it down. */
final class BarConsole implements Console {
    private static final int CELLS = 20;
    private static final int WIDTH = 100;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private boolean shown;

    BarConsole(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void line(String text) {
        idle();
        err.println(text);
        err.flush();
    }

    @Override
    public synchronized void progress(Advance advance) {
        int filled = (int) (CELLS * advance.percent() / 100);
        String bar = "[" + "#".repeat(filled) + ".".repeat(CELLS - filled) + "] " + advance.words();
        err.print(CLEAR + (bar.length() <= WIDTH ? bar : bar.substring(0, WIDTH)));
        err.flush();
        shown = true;
    }

    @Override
    public synchronized void idle() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
            shown = false;
        }
    }
}

package io.understudy.report;

/** Text in which Markdown sees no marks. */
final class Markdown {
    private Markdown() {}

    static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|#])", "\\\\$1");
    }
}

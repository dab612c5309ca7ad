package io.understudy.report;

import static io.understudy.report.Html.element;

import io.understudy.report.Html.Element;
import java.util.List;

/** The head of a page, whose policy lets a browser load nothing, and run nothing but the page's own style and script. */
final class Head {
    private Head() {}

    static Element scripted(String title) {
        return head(title, "script-src " + Resource.SCRIPT.allowed() + "; ");
    }

    static Element plain(String title) {
        return head(title, "");
    }

    private static Element head(String title, String scripts) {
        String policy = "default-src 'none'; style-src " + Resource.STYLE.allowed() + "; " + scripts
                + "base-uri 'none'; form-action 'none'";
        return element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", policy),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("title", title),
                element("style", List.of(new Html.Verbatim(Resource.STYLE))));
    }

    /** A whole page in a language that is its own. */
    static String page(Element head, Element body) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        element("html", head, body)
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .with("lang", "en")
                .write(out);
        return out.append('\n').toString();
    }
}

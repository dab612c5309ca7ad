package io.understudy.jobs.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One page in a browser. */
record Tab(Chromium browser, String session) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OWN = Set.of("file", "about", "data", "blob");

    /** Opens a file in a colour scheme, {@code light} or {@code dark}, and waits until it has loaded. */
    void open(Path file, String scheme) {
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", object());
        }
        ObjectNode media = object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        send("Emulation.setEmulatedMedia", media);
        size(1000, 900);
        send("Page.navigate", object().put("url", file.toUri().toString()));
        evaluate("new Promise(done => document.readyState === 'complete' && location.protocol === 'file:'"
                + " ? done() : addEventListener('load', done))");
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** The value of an expression, or of the promise that it is. */
    JsonNode evaluate(String expression) {
        ObjectNode asked =
                object().put("expression", expression).put("awaitPromise", true).put("returnByValue", true);
        JsonNode answer = send("Runtime.evaluate", asked);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Whatever the browser complained of: exceptions, errors and warnings, what a policy forbade. */
    List<String> complaints() {
        return browser.events(session).stream()
                .filter(event -> Set.of("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
                        .contains(event.get("method").asText()))
                .map(event -> event.get("params").toString())
                .toList();
    }

    /** Addresses beyond the page itself that were asked for. */
    List<String> requests() {
        return browser.events(session).stream()
                .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .filter(url -> Stream.of(url.split(":", 2)).limit(1).noneMatch(OWN::contains))
                .toList();
    }

    /** Writes a picture of the page from a place down. */
    void picture(Path file, double top, double height) {
        ObjectNode asked = object().put("format", "png").put("captureBeyondViewport", true);
        asked.putObject("clip")
                .put("x", 0)
                .put("y", top)
                .put("width", 1000)
                .put("height", height)
                .put("scale", 1);
        write(file, send("Page.captureScreenshot", asked));
    }

    /** Writes the page as it is printed. */
    void print(Path file) {
        write(file, send("Page.printToPDF", object().put("printBackground", false)));
    }

    private static void write(Path file, JsonNode answer) {
        try {
            Files.write(file, Base64.getDecoder().decode(answer.get("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, ObjectNode parameters) {
        return browser.send(session, method, parameters);
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}

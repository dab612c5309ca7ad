package io.understudy.jobs.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.report.Certificate;
import io.understudy.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as a real browser shows them; skipped where no Chromium is installed. */
class ReportInChromiumTest {
    private static final String AXE = read("/axe.min.js");

    private static final String HASH = "5b38d407a2329226993f1b7c4fa0c46bfae1914ea219170259bc748e572c5b8b";

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void startOnce() throws IOException {
        assumeTrue(Chromium.installed().isPresent(), "no chromium on PATH");
        browser = Chromium.start(Chromium.installed().orElseThrow(), folder);
        for (int width : new int[] {24, 300}) {
            Report report = InventedReport.of(width);
            Files.writeString(file(width), report.html());
            Files.writeString(
                    folder.resolve("certificate.html"), new Certificate(report, "out/patients", "abc").html());
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path file(int width) {
        return folder.resolve("report-" + width + ".html");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportInChromiumTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tab opened(Path file, String scheme) {
        Tab tab = browser.tab();
        tab.open(file, scheme);
        return tab;
    }

    private static long count(Tab tab, String selector) {
        return tab.evaluate("document.querySelectorAll('" + selector + "').length")
                .asLong();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 300})
    void drawsItsChartsWithoutComplaintAndAsksTheNetworkForNothing(int width) {
        Tab tab = opened(file(width), "light");

        assertThat(count(tab, "#main svg")).isGreaterThanOrEqualTo(width);
        assertThat(tab.evaluate("[...document.querySelectorAll('details[open] svg')]"
                                + ".every(svg => svg.getBoundingClientRect().height > 50)")
                        .asBoolean())
                .isTrue();
        assertThat(tab.evaluate("getComputedStyle(document.querySelector('.synthetic.line')).stroke")
                        .asText())
                .isEqualTo("rgb(192, 78, 0)");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).isEmpty();
    }

    @Test
    void theSearchLeavesTheColumnsThatAreLookedFor() {
        Tab tab = opened(file(300), "light");
        String visible = "[...document.querySelectorAll('details.entry')].filter(entry => !entry.hidden).length";

        tab.evaluate("{ const find = document.getElementById('find'); find.value = 'WARD_299';"
                + " find.dispatchEvent(new Event('input')); }");
        assertThat(tab.evaluate(visible).asInt()).isBetween(1, 3);
        assertThat(tab.evaluate("document.querySelector('details.entry:not([hidden])').open")
                        .asBoolean())
                .isTrue();
        assertThat(tab.evaluate("document.getElementById('found').textContent").asText())
                .contains(" of ");

        tab.evaluate("{ const find = document.getElementById('find'); find.value = '';"
                + " find.dispatchEvent(new Event('input')); }");
        assertThat(tab.evaluate(visible).asInt()).isGreaterThanOrEqualTo(300);
        assertThat(tab.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "path.area, learned|held out|synthetic",
        "rect.synthetic, learned|held out|synthetic",
        "rect.frame, learned|synthetic|difference",
        "path.guess, %"
    })
    void aChartTellsItsNumbersWhereItIsPointedAt(String shape, String words) {
        Tab tab = opened(file(24), "light");
        tab.evaluate("window.chart = document.querySelector('details[open] svg:has(" + shape + "), article svg:has("
                + shape + ")'); chart.scrollIntoView({block: 'center'})");
        String told = "(chart.parentNode.querySelector('.readings') ?? {textContent: ''}).textContent";

        tab.evaluate("{ const box = chart.querySelector('" + shape + "').getBoundingClientRect();"
                + " chart.dispatchEvent(new PointerEvent('pointermove',"
                + " {clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true})); }");
        assertThat(tab.evaluate(told).asText()).contains(words.split("[|]")).contains("%");
        assertThat(count(tab, ".here[width]:not([width=\"0\"])")).isPositive();
        assertThat(tab.evaluate("{ const note = chart.parentNode.querySelector('.readings').getBoundingClientRect();"
                                + " note.left >= 0 && note.right <= document.documentElement.clientWidth }")
                        .asBoolean())
                .isTrue();

        tab.evaluate("chart.dispatchEvent(new PointerEvent('pointerleave'))");
        assertThat(tab.evaluate(told).asText()).isEmpty();
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aChartTellsItsNumbersToTheArrowKeys() {
        Tab tab = opened(file(24), "light");
        tab.evaluate("window.chart = document.querySelector('details[open] svg:has(rect.frame)');"
                + " window.press = key => chart.dispatchEvent(new KeyboardEvent('keydown', {key: key, cancelable: true}));"
                + " chart.focus(); press('ArrowRight')");
        String told = "chart.parentNode.querySelector('[role=status]').innerText";
        String first = tab.evaluate(told).asText();
        assertThat(tab.evaluate("document.activeElement === chart").asBoolean()).isTrue();

        tab.evaluate("press('ArrowRight')");
        String second = tab.evaluate(told).asText();
        tab.evaluate("press('ArrowDown')");
        assertThat(first).contains("learned", "synthetic");
        assertThat(second).isNotEqualTo(first);
        assertThat(tab.evaluate(told).asText()).isNotEqualTo(second);

        tab.evaluate("press('Escape')");
        assertThat(tab.evaluate(told).asText()).isEmpty();
    }

    @Test
    void everythingUnfoldsAndFolds() {
        Tab tab = opened(file(24), "light");

        tab.evaluate("document.getElementById('unfold').click()");
        assertThat(count(tab, "details:not([open])")).isZero();
        tab.evaluate("document.getElementById('fold').click()");
        assertThat(count(tab, "details[open]")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"report-24, light", "report-24, dark", "certificate, light", "certificate, dark"})
    void passesTheRulesOfAxe(String page, String scheme) {
        Tab tab = opened(folder.resolve(page + ".html"), scheme);
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        tab.evaluate(AXE);

        JsonNode violations = tab.evaluate("axe.run().then(found => found.violations.map(violation =>"
                + " violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.html).join(' | ')))");
        assertThat(violations).isEmpty();
        assertThat(tab.evaluate("document.querySelectorAll('main, header, footer, nav').length")
                        .asInt())
                .isGreaterThanOrEqualTo(page.equals("certificate") ? 2 : 4);
    }

    @Test
    void fitsAPhoneWithoutScrollingSideways() {
        Tab tab = opened(file(24), "light");
        tab.size(390, 800);

        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    }

    @Test
    void printsOntoPages() throws IOException {
        Tab tab = opened(file(24), "light");
        tab.print(folder.resolve("report.pdf"));

        assertThat(Files.readString(folder.resolve("report.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void aCertificateIsPrintedOnOnePage() throws IOException {
        Files.writeString(
                folder.resolve("full.html"), new Certificate(InventedReport.full(), "out/patients", HASH).html());
        Tab tab = opened(folder.resolve("full.html"), "light");
        tab.print(folder.resolve("full.pdf"));

        String pdf = Files.readString(folder.resolve("full.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count())
                .isEqualTo(1);
    }
}

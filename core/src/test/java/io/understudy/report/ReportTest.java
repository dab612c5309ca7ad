package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import io.understudy.check.privacy.Distances;
import io.understudy.check.privacy.disclosure.Disclosure;
import io.understudy.check.quality.Fidelity;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.LocalSearch;
import io.understudy.neighbour.Space;
import io.understudy.report.Report.Broken;
import io.understudy.stat.LocalTable;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
    private static final String NASTY = "<script>alert(\"1\")</script> & 'two' \u0000\uD800\u202E";
    private static final Finding PULL = new Finding("privacy", "closer-to-train", "", 0.87, 0.85, 0.89, 0.5);
    private static final String NOTE = "The column a < b is real.";
    private static final Broken BREACH = new Broken("privacy.closer-to-train", "", "0.8500; allowed is at most 0.2000");

    @Test
    void isWellFormedWhateverTheColumnsAreCalled() throws Exception {
        Document page = parsed(report(List.of(column(NASTY, 0.1)), List.of(new Broken("rule", NASTY, NASTY)), NASTY));

        assertThat(texts(page, "//*[local-name()='tbody']//*[@class='name']"))
                .containsExactly("<script>alert(\"1\")</script> & 'two' \uFFFD\uFFFD\u202E");
        assertThat(texts(page, "//*[local-name()='script']")).containsExactly(Resource.SCRIPT.text());
    }

    @Test
    void saysWhatIsToBeKnownBesideTheNumbers() throws Exception {
        Document page = parsed(report(List.of(PULL), List.of(), "claims"));

        assertThat(texts(page, "//*[@aria-labelledby='notes']//*[local-name()='li']"))
                .containsExactly(NOTE);
    }

    @Test
    void loadsNothingAndRunsItsOwnScriptAlone() {
        String html = report(List.of(PULL), List.of(), "claims").html();

        assertThat(html)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .contains("script-src &#39;sha256-")
                .doesNotContain("<link", "<img", " src=", " href=\"h", " style=", "url(", "@import", "eval(", "fetch(")
                .containsOnlyOnce("<script");
    }

    @Test
    void allowsItsOwnStyleAsABrowserSeesIt() throws Exception {
        String html = report(List.of(PULL), List.of(), "claims").html();
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(html).contains("sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
    }

    @Test
    void saysWhyATableWasRefusedBeforeAnythingElse() throws Exception {
        Document page = parsed(report(List.of(PULL), List.of(BREACH), "claims"));

        assertThat(texts(page, "//*[local-name()='h1']")).containsExactly("Refused");
        assertThat(texts(page, "//*[local-name()='h2']")).startsWith("Why", "What to know about this table", "Privacy");
        assertThat(texts(page, "(//*[local-name()='section'])[1]//*[local-name()='li']"))
                .singleElement()
                .asString()
                .startsWith("Pull towards the rows that were learned from")
                .contains(BREACH.message(), "What to try. Lower model.closeness");
    }

    @Test
    void hasWordsForEveryFindingOfEveryCheck() {
        List<String> found = Stream.of(
                        new Distances(0.95),
                        new Fidelity(),
                        new Disclosure(List.of("number"), List.of("label"), 3, 0.95))
                .flatMap(check -> check.measure(threeTables()).stream())
                .map(Finding::name)
                .distinct()
                .toList();

        assertThat(found)
                .hasSize(24)
                .allSatisfy(name -> assertThat(Meaning.of(name)).as(name).isPresent());
    }

    @Test
    void showsAFindingThatItHasNoWordsForUnderItsOwnName() throws Exception {
        Document page = parsed(
                report(List.of(new Finding("attack", "singling-out", "", 0.2, 0.1, 0.3, 0.05)), List.of(), "claims"));

        assertThat(texts(page, "//*[local-name()='h3']")).containsExactly("attack.singling-out");
    }

    @Test
    void saysThatAFindingDecidesNothingAndDrawsNoInterval() throws Exception {
        Document page = parsed(report(List.of(PULL.undecided()), List.of(), "claims"));

        assertThat(texts(page, "//*[local-name()='p'][@class='numbers']"))
                .singleElement()
                .asString()
                .contains("(too few rows to decide)");
        assertThat(texts(page, "//*[local-name()='figure']")).isEmpty();
    }

    @Test
    void putsTheWorstColumnsFirstAndFoldsTheOthersAway() throws Exception {
        List<Finding> columns =
                IntStream.range(0, 30).mapToObj(i -> column("c" + i, i / 100.0)).toList();
        Document page = parsed(report(columns, List.of(), "claims"));

        assertThat(texts(page, "(//*[local-name()='table'])[1]//*[@class='name']"))
                .hasSize(10)
                .startsWith("c29", "c28");
        assertThat(texts(page, "//*[local-name()='details']//*[@class='name']"))
                .hasSize(30)
                .endsWith("c0");
        assertThat(texts(page, "//*[local-name()='summary']")).containsExactly("Error of one column: all 30");
    }

    @Test
    void staysSmallForWideTables() {
        List<Finding> pairs = IntStream.range(0, 44_850)
                .mapToObj(i -> new Finding("quality", "pair-trend", "column " + i + " × other", 0, 0, 0, 0))
                .toList();

        assertThat(report(pairs, List.of(), "wide").html())
                .hasSizeLessThan(1 << 20)
                .contains("the worst 2,000 of 44,850; verdict.json holds them all");
    }

    @Test
    void drawsAnIntervalWithWordsForThoseWhoDoNotSeeIt() throws Exception {
        Document page = parsed(report(List.of(PULL), List.of(), "claims"));

        assertThat(texts(page, "//*[local-name()='svg']/@aria-label"))
                .containsExactly("87.00\u00A0%, interval from 85.00\u00A0% to 89.00\u00A0%, chance 50.00\u00A0%");
        assertThat(texts(page, "//*[@class='interval']/@x1")).containsExactly("85.00%");
        assertThat(texts(page, "//*[@class='estimate']/@cx")).containsExactly("87.00%");
    }

    @Test
    void survivesNumbersThatAreNone() throws Exception {
        Finding none = new Finding("privacy", "closer-to-train", "", Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        assertThat(texts(parsed(report(List.of(none), List.of(), "claims")), "//*[@class='numbers']"))
                .containsExactly("not a number · chance: not a number");
    }

    private static Report report(List<Finding> findings, List<Broken> breaches, String title) {
        String verdict = breaches.isEmpty() ? "passed" : "refused";
        return new Report(
                title,
                verdict,
                1000,
                findings,
                Pictures.NONE,
                breaches,
                List.of(NOTE),
                Map.of("assess", 1.5),
                Map.of("seed", "0"));
    }

    private static Finding column(String name, double error) {
        return new Finding("quality", "column-shape", name, error, error, error, 0.01);
    }

    private static Assessed threeTables() {
        Domain domain = new Domain(List.of(Variable.ordinal("number", 4), Variable.nominal("label", 3)));
        Space.Axis numbers = new Space.Numbers(new int[] {0, 20_000, 40_000, Space.UNIT}, new double[] {1, 2, 3, 4});
        Space space = new Space(domain, List.of(numbers, new Space.Labels()));
        return new Assessed(space, table(domain, 40), table(domain, 30), table(domain, 20), new LocalSearch(space, 0));
    }

    private static LocalTable table(Domain domain, int rows) {
        Block block = Block.empty(domain, 0, rows);
        block.write(0, IntStream.range(0, rows).map(row -> row % 4).toArray());
        block.write(1, IntStream.range(0, rows).map(row -> row % 3).toArray());
        return new LocalTable(domain, List.of(block));
    }

    private static Document parsed(Report report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(report.html())));
    }

    private static List<String> texts(Document page, String path) throws Exception {
        List<String> texts = new ArrayList<>();
        XPathFactory.newInstance()
                .newXPath()
                .evaluateExpression(path, page, javax.xml.xpath.XPathNodes.class)
                .forEach(node -> texts.add(node.getTextContent()));
        return texts;
    }
}

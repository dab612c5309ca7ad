package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.check.Curve;
import io.understudy.check.Finding;
import io.understudy.check.picture.ColumnPicture;
import io.understudy.check.picture.PairPicture;
import io.understudy.check.picture.Parents;
import io.understudy.check.picture.Scale;
import io.understudy.schema.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every chart is well-formed, says in words what it shows, and has its marks where the numbers are. */
class ChartsTest {
    private static final String NASTY = "a<b & \"c\" \u0000";

    @Test
    void aHistogramRisesToTheShareOfEachInterval() throws Exception {
        Scale scale = new Scale.Intervals(new double[] {0, 10, 20, 40}, Kind.NUMBER);
        long[] train = {0, 0, 50, 25, 25, 0};
        ColumnPicture picture = new ColumnPicture(NASTY, scale, train, train, new long[] {0, 0, 60, 20, 20, 0});
        Drawn chart = Drawn.of(HistogramChart.of(picture).drawing());

        // The axis ends at 60 %: 10 for that, 158 for 0. The last interval is twice as wide and so half as high.
        assertThat(chart.texts("//path[@class='train line']/@d"))
                .containsExactly("M46 158V34.7H192V96.3H338V127.2H630V158");
        assertThat(chart.texts("//path[@class='synthetic line']/@d"))
                .containsExactly("M46 158V10H192V108.7H338V133.3H630V158");
        assertThat(chart.texts("//svg/@aria-label"))
                .singleElement()
                .asString()
                .startsWith("Histogram of a<b & \"c\" \uFFFD")
                .contains("The largest difference is at 0 to 10: learned 50.0\u00A0%, synthetic 60.0\u00A0% of rows.");
        assertThat(chart.texts("//text[@class='mark']")).contains("0\u00A0%", "60\u00A0%", "10", "40");
        assertThat(chart.texts("//svg/@data-read"))
                .containsExactly("{\"x\":[46,192,338,630],\"y\":[10,158],\"panels\":[0],"
                        + "\"across\":[\"0 to 10\",\"10 to 20\",\"20 to 40\"],\"down\":[],\"shares\":{"
                        + "\"learned\":[50,25,25],\"held out\":[50,25,25],\"synthetic\":[60,20,20]}}");
    }

    @Test
    void openIntervalsAreDrawnOnlyWhereRowsAreInThem() throws Exception {
        Scale scale = new Scale.Intervals(new double[] {0, 10}, Kind.NUMBER);
        long[] counts = {0, 10, 50, 0};
        Drawn chart = Drawn.of(HistogramChart.of(new ColumnPicture("c", scale, counts, counts, counts))
                .drawing());

        assertThat(chart.texts("//path[@class='train line']/@d"))
                .singleElement()
                .asString()
                .startsWith("M46 158V")
                .endsWith("H630V158")
                .contains("H338V");
    }

    @Test
    void barsBeginAtZeroAndEndAtTheirShare() throws Exception {
        Scale scale = new Scale.Labels(List.of("red", NASTY));
        ColumnPicture picture = new ColumnPicture(
                "colour", scale, new long[] {0, 20, 60, 20}, new long[] {0, 25, 50, 25}, new long[] {10, 20, 40, 30});
        Drawn chart = Drawn.of(BarChart.of(picture).drawing());

        assertThat(chart.numbers("//rect/@x")).containsOnly(190.0);
        assertThat(chart.numbers("//rect[@class='train fill']/@width")).containsExactly(116.7, 350.0, 116.7, 0.0);
        assertThat(chart.numbers("//rect[@class='synthetic fill']/@width")).containsExactly(116.7, 233.3, 175.0, 58.3);
        assertThat(chart.texts("//text[@class='label']"))
                .containsExactly("red", "a<b & \"c\" \uFFFD", "other", "missing");
        assertThat(chart.texts("//svg/@data-read"))
                .singleElement()
                .asString()
                .contains("\"down\":[\"red\",\"a<b & \\\"c\\\" \\u0000\",\"other\",\"missing\"]");
    }

    @Test
    void heatmapsShadeCellsByTheirShareAndSignTheDifference() throws Exception {
        Scale rows = new Scale.Labels(List.of("a"));
        Scale columns = new Scale.Labels(List.of("x", "y"));
        // Rows: missing, a, other; columns: missing, x, y, other. Only a × x, a × y and other × x occur.
        long[] train = {0, 0, 0, 0, 0, 64, 16, 0, 0, 20, 0, 0};
        long[] synthetic = {0, 0, 0, 0, 0, 44, 36, 0, 0, 20, 0, 0};
        Drawn chart = Drawn.of(Heatmaps.of(new PairPicture("p", NASTY, rows, columns, train, synthetic))
                .drawing());

        assertThat(chart.texts("//rect/@class"))
                .containsExactly("frame", "s8", "s4", "s4", "frame", "s7", "s6", "s4", "frame", "l4", "m4");
        assertThat(chart.numbers("//rect[@class='s8']/@width")).containsExactly(95.0);
        // Where no learned rows are drawn there may be some: no share and no difference is told.
        assertThat(chart.texts("//svg/@data-read"))
                .singleElement()
                .asString()
                .contains(
                        "\"learned\":[64,16,20,null]", "\"synthetic\":[44,36,20,0]", "\"difference\":[-20,20,0,null]");
        assertThat(chart.texts("//svg/@aria-label"))
                .singleElement()
                .asString()
                .contains("The largest difference is at a and x: learned 64.0\u00A0%, synthetic 44.0\u00A0%."
                        .replace(".0", ""));
    }

    @Test
    void curvesRunThroughTheirPoints() throws Exception {
        Curve roc = new Curve("privacy", "membership-roc", NASTY, new double[] {0, 0.5, 1}, new double[] {0, 0.8, 1});
        Drawn chart = Drawn.of(new LineChart(List.of(roc), "false positive rate", true).drawing());

        assertThat(chart.texts("//path[@class='other1 line']/@d")).contains("M52 230L291 55.6L530 12");
        assertThat(chart.texts("//path[@class='guess']/@d")).containsExactly("M52 230L530 12");
        // The first of a hundred places is at 0.005, where the line from (0, 0) to (0.5, 0.8) is at 0.008.
        assertThat(chart.texts("//svg/@data-read"))
                .singleElement()
                .asString()
                .contains("\"false positive rate 0.005\"", ":[0.8,");
        assertThat(chart.texts("//svg/@aria-label"))
                .containsExactly("Curves over false positive rate. a<b & \"c\" \uFFFD reaches half at 0.5.");
    }

    @Test
    void aForestHasIntervalEstimateAndBaselineOfEachSubject() throws Exception {
        Drawn plot = Drawn.of(new ForestPlot(List.of(
                        new Finding("privacy", "singling-out", "univariate", 0.2, 0.1, 0.4, 0.05),
                        new Finding("privacy", "singling-out", NASTY, Double.NaN, Double.NaN, Double.NaN, 0)))
                .drawing());

        assertThat(plot.texts("//path[@class='interval']/@d")).first().isEqualTo("M302.5 16L550 16");
        assertThat(plot.numbers("//circle/@cx").get(0)).isEqualTo(385);
        assertThat(plot.texts("//path[@class='baseline']/@d")).first().isEqualTo("M261.3 5L261.3 27");
        assertThat(plot.texts("//svg/@aria-label"))
                .singleElement()
                .asString()
                .contains("univariate 20.00\u00A0%, interval from 10.00\u00A0% to 40.00\u00A0%, guessing 5.00\u00A0%");
    }

    @Test
    void aForestOfGapsHasRoomBelowZero() throws Exception {
        Drawn plot =
                Drawn.of(new ForestPlot(List.of(new Finding("bias", "odds-gap", "sex", -0.1, -0.2, 0.1, 0))).drawing());

        assertThat(plot.texts("//text[@class='mark']")).startsWith("-20\u00A0%").contains("0\u00A0%");
        assertThat(plot.numbers("//circle/@cx").get(0)).isCloseTo(220 + 330.0 / 3, within(0.1));
    }

    @Test
    void theNetworkHasAnArcFromEachOfThreeParents() throws Exception {
        List<Parents> network = List.of(
                new Parents("a", List.of()),
                new Parents("b", List.of("a")),
                new Parents(NASTY, List.of("b", "a", "gone")));
        Drawn graph = Drawn.of(new NetworkGraph(network).drawing());

        assertThat(graph.texts("//path[@class='first arc']")).hasSize(2);
        assertThat(graph.texts("//path[@class='arc']")).hasSize(1);
        assertThat(graph.texts("//path[@class='arc']/@d"))
                .singleElement()
                .asString()
                .startsWith("M230 11A")
                .endsWith("230 55");
        assertThat(graph.texts("//text")).containsExactly("a", "b", "a<b & \"c\" \uFFFD");
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(ValueAxis.upTo(0.47).end()).isCloseTo(0.6, within(1e-12));
        assertThat(ValueAxis.upTo(0.47).step()).isEqualTo(0.2);
        assertThat(ValueAxis.upTo(1).end()).isEqualTo(1);
        assertThat(ValueAxis.upTo(Double.NaN)).isEqualTo(new ValueAxis(0, 1, 0.5));
        assertThat(IntStream.range(1, 2_000).mapToObj(i -> ValueAxis.upTo(i / 100.0)))
                .allSatisfy(axis -> assertThat(axis.marks().size()).isBetween(3, 5));
    }

    @Test
    void groupsHaveNamesThatPeopleKnow() {
        Scale years = new Scale.Intervals(days("2020-01-01", "2021-01-01"), Kind.DATE);
        Scale months = new Scale.Intervals(days("2020-03-01", "2020-04-01"), Kind.DATE);
        Scale whole = new Scale.Intervals(new double[] {0.5, 1.5, 4.5}, Kind.NUMBER);

        assertThat(ScaleWords.group(years, 2)).isEqualTo("2020 to 2021");
        assertThat(ScaleWords.group(months, 1)).isEqualTo("below 2020-03");
        assertThat(ScaleWords.group(whole, 2)).isEqualTo("1");
        assertThat(ScaleWords.group(whole, 3)).isEqualTo("2 to 4");
        assertThat(ScaleWords.group(whole, 4)).isEqualTo("from 4.5");
        assertThat(ScaleWords.group(whole, 0)).isEqualTo("missing");
    }

    private static double[] days(String... dates) {
        return List.of(dates).stream()
                .mapToDouble(date -> LocalDate.parse(date).toEpochDay())
                .toArray();
    }
}

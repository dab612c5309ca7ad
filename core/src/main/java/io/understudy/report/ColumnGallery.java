package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.check.Finding;
import io.understudy.check.picture.ColumnPicture;
import io.understudy.check.picture.Scale;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every column drawn, those with the largest error first and unfolded. */
record ColumnGallery(List<ColumnPicture> pictures, Map<String, Finding> errors) {
    private static final int UNFOLDED = 8;
    private static final String ERROR = "quality.column-shape";

    static ColumnGallery of(Report report) {
        Map<String, Finding> errors = new HashMap<>();
        report.named(ERROR).forEach(finding -> errors.put(finding.subject(), finding));
        List<ColumnPicture> worst = report.pictures().columns().stream()
                .sorted(Comparator.comparingDouble(picture -> -error(errors, picture)))
                .toList();
        return new ColumnGallery(worst, errors);
    }

    private static double error(Map<String, Finding> errors, ColumnPicture picture) {
        Finding finding = errors.get(picture.column());
        return finding == null || Double.isNaN(finding.value()) ? -1 : finding.value();
    }

    Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "Columns").with("id", "columns"));
        parts.add(element(
                "p",
                String.format(
                        Locale.ROOT,
                        "All %,d compared columns, the largest error first. Values that few rows have are joined with their"
                                + " neighbours or called other. The numbers at the right of bars are shares of synthetic rows.",
                        pictures.size())));
        parts.add(Key.tables());
        for (int i = 0; i < pictures.size(); i++) {
            Element entry = entry(pictures.get(i));
            parts.add(i < UNFOLDED ? entry.with("open", "open") : entry);
        }
        return element("section", parts).with("aria-labelledby", "columns");
    }

    private Element entry(ColumnPicture picture) {
        List<Html> parts = new ArrayList<>();
        parts.add(element("summary", element("span", picture.column()).with("class", "name"), text(measured(picture))));
        parts.add(element("figure", drawing(picture), element("figcaption", caption(picture))));
        return element("details", parts).with("class", "entry");
    }

    private String measured(ColumnPicture picture) {
        Finding finding = errors.get(picture.column());
        return finding == null
                ? ""
                : " error " + Unit.SHARE.of(finding.value()) + ", held-out rows " + Unit.SHARE.of(finding.baseline());
    }

    private static Element drawing(ColumnPicture picture) {
        if (picture.scale() instanceof Scale.Labels) {
            return BarChart.of(picture).drawing();
        }
        return picture.scale().groups() > 2
                ? HistogramChart.of(picture).drawing()
                : element("p", "Too few rows have a value here to draw their distribution.");
    }

    private static String caption(ColumnPicture picture) {
        Shares shares = Shares.of(picture);
        String missing = shares.occurs(0)
                ? " Missing: learned " + Numeral.share(shares.train()[0]) + ", held out "
                        + Numeral.share(shares.holdout()[0]) + ", synthetic "
                        + Numeral.share(shares.synthetic()[0]) + "."
                : " Never missing.";
        return shares.largestDifference() + missing;
    }
}

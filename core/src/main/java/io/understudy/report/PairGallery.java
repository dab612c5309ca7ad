package io.understudy.report;

import static io.understudy.report.Html.element;
import static io.understudy.report.Html.text;

import io.understudy.check.Finding;
import io.understudy.check.picture.PairPicture;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pairs with the largest errors, drawn. */
record PairGallery(List<PairPicture> pairs, List<Finding> errors) {
    private static final int UNFOLDED = 4;

    static PairGallery of(Report report) {
        return new PairGallery(report.pictures().pairs(), report.named("quality.pair-trend"));
    }

    Element html() {
        List<Html> parts = new ArrayList<>();
        parts.add(element("h2", "Pairs of columns").with("id", "pairs"));
        parts.add(element(
                "p",
                "The pairs with the largest errors. The stronger a cell's shade, by square roots, the more rows are in it; learned and"
                        + " synthetic rows share one set of shades. In the difference, orange cells have too many synthetic rows, blue ones too few."
                        + " Cells that few learned rows are in are left empty."));
        for (int i = 0; i < pairs.size(); i++) {
            Element entry = entry(pairs.get(i));
            parts.add(i < UNFOLDED ? entry.with("open", "open") : entry);
        }
        return element("section", parts).with("aria-labelledby", "pairs");
    }

    private Element entry(PairPicture pair) {
        Optional<Finding> error = errors.stream()
                .filter(finding -> finding.subject().equals(pair.subject()))
                .findFirst();
        String measured = error.map(finding -> " error " + Unit.SHARE.of(finding.value()) + ", held-out rows "
                        + Unit.SHARE.of(finding.baseline()))
                .orElse("");
        return element(
                        "details",
                        element("summary", element("span", pair.subject()).with("class", "name"), text(measured)),
                        element("figure", Heatmaps.of(pair).drawing()))
                .with("class", "entry");
    }
}

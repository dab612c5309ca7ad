package io.understudy.check.picture;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts what is to be drawn: one pass over each table for all columns, and one for the pairs that came out worst.
 *
 * @param tables   the three tables
 * @param subjects one a variable
 * @param k        real rows that a value must have to be named
 */
public record Gallery(Assessed tables, List<Subject> subjects, long k) {
    private static final int LABELS = 14;
    private static final int PAIR_GROUPS = 8;
    private static final int PAIRS = 24;
    private static final String PAIR_TREND = "quality.pair-trend";

    /** The marginals of all columns in one table each. */
    private record Counted(List<Marginal> train, List<Marginal> holdout, List<Marginal> synthetic) {}

    /** Pictures of all columns and of the pairs with the largest error among the findings. */
    public Pictures pictures(List<Finding> findings) {
        Marginals columns = Marginals.ofColumns(domain());
        Counted counted = new Counted(
                tables.train().compute(columns),
                tables.holdout().compute(columns),
                tables.synthetic().compute(columns));
        List<ScaleChoice> choices = IntStream.range(0, domain().width())
                .mapToObj(v -> ScaleChoice.of(
                        subjects.get(v),
                        tables.space().axes().get(v),
                        counted.train().get(v),
                        counted.holdout().get(v)))
                .toList();
        List<Scale> scales =
                choices.stream().map(choice -> choice.fine(k, LABELS)).toList();
        List<ColumnPicture> drawn = IntStream.range(0, domain().width())
                .mapToObj(v -> column(v, scales.get(v), choices.get(v), counted))
                .toList();
        return new Pictures(drawn, pairs(choices, scales, worst(findings)), List.of(), List.of());
    }

    private Domain domain() {
        return tables.space().domain();
    }

    private ColumnPicture column(int v, Scale scale, ScaleChoice choice, Counted counted) {
        Grouping grouping = choice.grouping(scale);
        return new ColumnPicture(
                domain().variable(v).name(),
                scale,
                grouped(counted.train().get(v), grouping),
                grouped(counted.holdout().get(v), grouping),
                grouped(counted.synthetic().get(v), grouping));
    }

    private static long[] grouped(Marginal column, Grouping grouping) {
        long[] counts = new long[grouping.count()];
        column.forEach((code, count) -> counts[grouping.group((int) code)] += count);
        return counts;
    }

    /** The pairs of the largest errors, the worst first. */
    private List<Clique> worst(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.name().equals(PAIR_TREND))
                .sorted(Comparator.comparingDouble(Finding::value).reversed())
                .map(finding -> clique(finding.subject()))
                .flatMap(Optional::stream)
                .limit(PAIRS)
                .toList();
    }

    private Optional<Clique> clique(String subject) {
        List<String> names =
                domain().variables().stream().map(variable -> variable.name()).toList();
        return IntStream.range(0, names.size())
                .filter(a -> subject.startsWith(names.get(a) + " × "))
                .mapToObj(a -> {
                    int b = names.indexOf(subject.substring(names.get(a).length() + 3));
                    return b < 0 || b == a ? null : Clique.of(a, b);
                })
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<PairPicture> pairs(List<ScaleChoice> choices, List<Scale> fine, List<Clique> cliques) {
        if (cliques.isEmpty()) {
            return List.of();
        }
        List<Scale> scales = IntStream.range(0, choices.size())
                .mapToObj(v -> choices.get(v).coarse(fine.get(v), PAIR_GROUPS))
                .toList();
        List<Grouping> groupings = IntStream.range(0, choices.size())
                .mapToObj(v -> choices.get(v).grouping(scales.get(v)))
                .toList();
        Marginals tabled = new Marginals(domain(), cliques, groupings);
        List<Marginal> train = tables.train().compute(tabled);
        List<Marginal> synthetic = tables.synthetic().compute(tabled);
        List<PairPicture> pictures = new ArrayList<>();
        for (int i = 0; i < cliques.size(); i++) {
            int a = cliques.get(i).variables().get(0);
            int b = cliques.get(i).variables().get(1);
            pictures.add(new PairPicture(
                    domain().variable(a).name(),
                    domain().variable(b).name(),
                    scales.get(a),
                    scales.get(b),
                    withoutFew(train.get(i).counts()),
                    synthetic.get(i).counts()));
        }
        return pictures;
    }

    private long[] withoutFew(long[] counts) {
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = counts[cell] < k ? 0 : counts[cell];
        }
        return counts;
    }
}

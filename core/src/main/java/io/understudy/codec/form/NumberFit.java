package io.understudy.codec.form;

import io.understudy.codec.form.NumberFamily.Mark;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses the format of a family of numbers from what its texts show.
 *
 * @param layouts rows by packed layout
 */
record NumberFit(Map<Long, Long> layouts) {

    Forms.Fitted fit(NumberFamily family) {
        NumberSign negative = most(NumberLayout::sign, sign -> sign.negative()).orElseValue(NumberSign.BEFORE);
        char group =
                most(NumberLayout::group, seen -> seen != NumberLayout.OPEN).orElseValue(NumberLayout.NONE);
        long plus = rows(layout -> layout.sign() == NumberSign.PLUS);
        boolean plusses = plus > rows(layout -> layout.sign() == NumberSign.NONE);
        Predicate<NumberLayout> rest = layout -> (layout.group() == NumberLayout.OPEN || layout.group() == group)
                && (layout.sign().negative()
                        ? layout.sign() == negative
                        : (layout.sign() == NumberSign.PLUS) == plusses);
        int[] scales = scales();
        NumberForm form = new NumberForm(
                family.head(),
                family.tail(),
                negative.name(),
                plusses,
                family.mark() == Mark.COMMA ? "," : ".",
                group == NumberLayout.NONE ? "" : Character.toString(group),
                scales[0],
                scales[1]);
        return new Forms.Fitted(form, rows(rest.and(layout -> within(layout, scales[0], scales[1]))));
    }

    private static boolean within(NumberLayout layout, int least, int most) {
        return layout.scale() >= least && layout.scale() <= most && (layout.scale() == least || !layout.padded());
    }

    /** The fewest and the most digits after the mark that suit most rows; of equally good pairs the narrowest. */
    private int[] scales() {
        int[] best = {0, 0};
        long bestRows = -1;
        int limit = layouts.keySet().stream()
                .mapToInt(packed -> NumberLayout.of(packed).scale())
                .max()
                .orElse(0);
        for (int width = 0; width <= limit; width++) {
            for (int least = 0; least + width <= limit; least++) {
                int from = least;
                int to = least + width;
                long rows = rows(layout -> within(layout, from, to));
                if (rows > bestRows) {
                    bestRows = rows;
                    best = new int[] {from, to};
                }
            }
        }
        return best;
    }

    private long rows(Predicate<NumberLayout> which) {
        long rows = 0;
        for (Map.Entry<Long, Long> layout : layouts.entrySet()) {
            rows += which.test(NumberLayout.of(layout.getKey())) ? layout.getValue() : 0;
        }
        return rows;
    }

    /** The value that most rows show, the least of equally frequent ones. */
    private <T extends Comparable<T>> Seen<T> most(Function<NumberLayout, T> of, Predicate<T> which) {
        Map<T, Long> rows = new TreeMap<>();
        layouts.forEach((packed, count) -> {
            T value = of.apply(NumberLayout.of(packed));
            if (which.test(value)) {
                rows.merge(value, count, Long::sum);
            }
        });
        return new Seen<>(rows);
    }

    private record Seen<T>(Map<T, Long> rows) {
        T orElseValue(T otherwise) {
            T best = otherwise;
            long most = 0;
            for (Map.Entry<T, Long> entry : rows.entrySet()) {
                if (entry.getValue() > most) {
                    most = entry.getValue();
                    best = entry.getKey();
                }
            }
            return best;
        }
    }
}

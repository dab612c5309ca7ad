package io.understudy.neighbour;

/**
 * What a box must share with some conditions to hold a row that meets all of them: for each a bit of a set, or a part of
 * the range of a number.
 *
 * <p>Conditions are on codes and boxes on labels modulo 64 and on coordinates, which several codes may share. So a box that
 * is not left out may still hold no such row, but one that is left out never does.
 */
final class Region {
    /** By condition: the word of sets that tells of it. */
    final int[] words;
    /** By condition: the bits any of which is enough. */
    final long[] masks;
    /** By condition: the number whose range is enough, -1 for a label. */
    final int[] numbers;
    /** By condition: the least coordinate that meets it. */
    final int[] lows;
    /** By condition: the greatest; below the least where no number does. */
    final int[] highs;

    Region(Layout layout, Metric metric, Condition[] conditions) {
        words = new int[conditions.length];
        masks = new long[conditions.length];
        numbers = new int[conditions.length];
        lows = new int[conditions.length];
        highs = new int[conditions.length];
        for (int i = 0; i < conditions.length; i++) {
            int variable = conditions[i].variable();
            words[i] = layout.set(variable) / Long.SIZE;
            numbers[i] = layout.place(variable);
            highs[i] = -1;
            if (numbers[i] < 0) {
                masks[i] = labels(conditions[i], metric.size(variable)) << layout.set(variable);
            } else {
                range(i, conditions[i], layout, metric);
            }
        }
    }

    /** The codes modulo 64 that meet a condition. */
    private static long labels(Condition condition, int size) {
        boolean all = size <= Long.SIZE;
        int low = all ? 0 : condition.low(size);
        int high = all ? size - 1 : condition.high(size);
        if (!all && (condition.wraps() || high - low >= Long.SIZE)) {
            return -1;
        }
        long set = 0;
        for (int code = low; code <= high; code++) {
            set |= (condition.holds(code) ? 1L : 0L) << code;
        }
        return set;
    }

    private void range(int at, Condition condition, Layout layout, Metric metric) {
        int variable = condition.variable();
        int size = metric.size(variable);
        int least = metric.missing(variable) ? 1 : 0;
        int low = condition.wraps() ? least : Math.max(least, condition.low(size));
        int high = condition.wraps() ? size - 1 : condition.high(size);
        if (low <= high) {
            lows[at] = metric.coordinate(variable, low);
            highs[at] = metric.coordinate(variable, high);
        }
        if (least == 1 && condition.holds(0)) {
            masks[at] = 1L << layout.set(variable);
        }
    }
}

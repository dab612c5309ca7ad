package io.understudy.codec.form;

import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the format of a family of days and times from what its texts show.
 *
 * @param layouts rows by packed layout, see {@link TimeText}
 */
record TimeFit(Map<Long, Long> layouts) {
    private static final String FIELDS = "MdH";
    private static final int FRACTION = 8;

    Forms.Fitted fit(TimeFamily family) {
        int[] chosen = new int[FIELDS.length()];
        for (int field = 0; field < chosen.length; field++) {
            chosen[field] = rows(field, TimeText.BARE) > rows(field, TimeText.PADDED) ? TimeText.BARE : TimeText.PADDED;
        }
        int fraction = fraction();
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < family.pattern().length(); i = family.end(i)) {
            int end = family.end(i);
            char token = family.pattern().charAt(i);
            int field = FIELDS.indexOf(token == 'h' ? 'H' : token);
            boolean single = end - i == 1;
            boolean padded = field >= 0 && single && chosen[field] == TimeText.PADDED;
            pattern.append(family.pattern(), i, end);
            pattern.append(padded ? Character.toString(token) : "");
            pattern.append(token == 'S' ? "S".repeat(fraction - 1) : "");
        }
        return new Forms.Fitted(new TimeForm(pattern.toString()), fits(chosen, fraction));
    }

    private long rows(int field, int shown) {
        long rows = 0;
        for (Map.Entry<Long, Long> layout : layouts.entrySet()) {
            rows += shown(layout.getKey(), field) == shown ? layout.getValue() : 0;
        }
        return rows;
    }

    private static int shown(long layout, int field) {
        return (int) (layout >> (2 * field)) & 3;
    }

    /** The number of digits that most fractions have, the least of equally frequent ones. */
    private int fraction() {
        Map<Integer, Long> rows = new TreeMap<>();
        layouts.forEach((layout, count) -> rows.merge((int) (layout >> FRACTION), count, Long::sum));
        int best = 0;
        long most = -1;
        for (Map.Entry<Integer, Long> entry : rows.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    private long fits(int[] chosen, int fraction) {
        long fits = 0;
        for (Map.Entry<Long, Long> layout : layouts.entrySet()) {
            boolean same = layout.getKey() >> FRACTION == fraction;
            for (int field = 0; field < chosen.length; field++) {
                int shown = shown(layout.getKey(), field);
                same &= shown == 0 || shown == chosen[field];
            }
            fits += same ? layout.getValue() : 0;
        }
        return fits;
    }
}

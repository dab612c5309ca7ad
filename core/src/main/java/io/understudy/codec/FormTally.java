package io.understudy.codec;

import io.understudy.codec.form.Family;
import io.understudy.codec.form.Forms;
import io.understudy.codec.form.Readings;
import io.understudy.stat.DyadicCounts;
import io.understudy.stat.LongCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The running counts of what the texts of a column can be read as.
 *
 * <p>Each {@linkplain Family family} of texts has counts of its own, of keys and of layouts. A column whose texts are of
 * more than {@value #MOST} families has no format, and nothing more is counted: whether it comes to that depends on the
 * set of texts alone, so that adding and merging stay commutative and associative.
 */
final class FormTally implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int MOST = 48;

    private final int bound;
    private final Map<Family, Counted> families = new HashMap<>();
    private long leadingZeros;
    private boolean formless;

    /** What was read by one family. */
    private record Counted(DyadicCounts keys, LongCounts layouts) implements Serializable {
        void merge(Counted other) {
            keys.merge(other.keys);
            layouts.merge(other.layouts);
        }
    }

    /** @param bound the most cells a family may have */
    FormTally(int bound) {
        this.bound = bound;
    }

    void add(String text, int count) {
        if (!formless) {
            Forms.read(text, new Readings() {
                @Override
                public void read(Family family, long layout, long key) {
                    Counted counted = counted(family);
                    counted.keys().add(key, count);
                    counted.layouts().add(layout, count);
                }

                @Override
                public void leadingZero() {
                    leadingZeros += count;
                }
            });
            giveUpIfFormless(false);
        }
    }

    private Counted counted(Family family) {
        return families.computeIfAbsent(family, f -> new Counted(new DyadicCounts(bound), new LongCounts()));
    }

    void merge(FormTally other) {
        if (!formless) {
            other.families.forEach((family, counted) -> counted(family).merge(counted));
            leadingZeros += other.leadingZeros;
        }
        giveUpIfFormless(other.formless);
    }

    private void giveUpIfFormless(boolean otherwise) {
        if (otherwise || families.size() > MOST) {
            formless = true;
            families.clear();
            leadingZeros = 0;
        }
    }

    /** The forms found, that which reads most rows first. */
    FormCounts counts() {
        List<Formatted> found = new ArrayList<>();
        families.forEach((family, counted) -> {
            Counted all = new Counted(new DyadicCounts(bound), new LongCounts());
            families.forEach((other, part) -> {
                if (Forms.alike(family, other)) {
                    all.merge(part);
                }
            });
            found.add(formatted(family, all));
        });
        found.sort(Comparator.comparingLong(Formatted::fits)
                .thenComparing(Formatted::read)
                .reversed()
                .thenComparing(formatted -> formatted.form().pattern()));
        return new FormCounts(found.stream().distinct().toList(), leadingZeros);
    }

    private static Formatted formatted(Family family, Counted counted) {
        Map<Long, Long> layouts = new HashMap<>();
        counted.layouts().forEach(layouts::put);
        Forms.Fitted fitted = Forms.fit(family, layouts);
        long read = layouts.values().stream().mapToLong(Long::longValue).sum();
        return new Formatted(fitted.form(), counted.keys().cells(), fitted.fits(), read);
    }
}

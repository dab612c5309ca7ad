package io.understudy.codec;

import io.understudy.random.Hash;
import io.understudy.random.Permutation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes texts of a shape and, where all of those are taken, of longer and longer ones like it. */
final class ShapeSeries implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The most forms: a shape and those longer by one step each. */
    static final int FORMS = 8;

    private final ShapeWriter[] forms;
    private final KeyCheck check;

    /**
     * @param shapes the shape itself, then longer ones; all different, at least one
     * @param check  what texts are to satisfy
     */
    ShapeSeries(List<String> shapes, KeyCheck check) {
        this.check = check;
        forms = shapes.stream().map(check::open).map(ShapeWriter::of).toArray(ShapeWriter[]::new);
    }

    /** A shape and longer ones that others do not use; what is chosen is added to those used. */
    static List<String> shapes(String shape, Set<String> used) {
        List<String> shapes = new ArrayList<>(List.of(shape));
        String next = shape;
        for (int i = 0; i < 2 * FORMS && shapes.size() < FORMS; i++) {
            next = Shape.longer(next);
            if (used.add(next)) {
                shapes.add(next);
            }
        }
        return shapes;
    }

    /** Whether the shape stands for one text alone. */
    boolean fixed() {
        return forms[0] instanceof ExactWriter && forms[0].capacity() == 1;
    }

    /** How many texts there are of the usual form; 0 where there are more than can be counted. */
    long usual() {
        return forms[0].capacity();
    }

    /** Any text: of the usual form for the first attempts, then of longer ones. */
    String any(long bits, int attempt) {
        int form = Math.min(forms.length - 1, Math.max(0, attempt - Turns.TRIES + 1));
        return check.completed(forms[form].write(attempt == 0 ? bits : Hash.combine(bits, attempt)));
    }

    /** Any text that is not taken, if one of those tried is not. */
    String free(long bits, Taken taken) {
        String first = any(bits, 0);
        String text = first;
        for (int attempt = 1; taken.text(text) && !fixed(); attempt++) {
            if (attempt == 2 * Turns.TRIES) {
                return first;
            }
            text = any(bits, attempt);
        }
        return text;
    }

    /** The text of a number; different numbers have different texts as long as there are any. */
    String numbered(long key, long number) {
        long rest = number;
        int form = 0;
        while (form < forms.length - 1 && forms[form].capacity() > 0 && rest >= forms[form].capacity()) {
            rest -= forms[form++].capacity();
        }
        long capacity = forms[form].capacity();
        return check.completed(
                capacity == 0
                        ? forms[form].write(Hash.combine(key, number))
                        : forms[form].number(new Permutation(key, capacity).at(rest)));
    }
}

package io.understudy.jobs.personal;

import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which columns of a table belong together when people are made up for its rows: whose name, address and sex a column
 * tells, by the words of its name.
 */
final class Scene implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<TreatedColumn> columns;
    private final List<String> whose;

    Scene(List<TreatedColumn> columns) {
        this.columns = List.copyOf(columns);
        List<String> named = columns.stream()
                .filter(column -> column.kind() == Kind.NAME)
                .map(column -> Part.whose(column.name()))
                .distinct()
                .toList();
        this.whose = named.isEmpty() ? List.of("") : named;
    }

    /** How many people a row tells of. */
    int people() {
        return whose.size();
    }

    /** Which of a row's people a column speaks of: the one with a name column of the same words, else the first. */
    int person(int column) {
        return Math.max(0, whose.indexOf(Part.whose(columns.get(column).name())));
    }

    /** The column whose texts say a person's name as they are; -1 if none does. */
    int spoken(Part part, int person) {
        int column = column(part, person);
        boolean own =
                column >= 0 && person(column) == person && columns.get(column).applied() instanceof Applied.Nothing;
        return own && !columns.get(column).kind().personal() ? column : -1;
    }

    /** The column that tells a part, of the same person where there is one; -1 if none does. */
    int column(Part part, int person) {
        return find(
                person,
                c -> Part.of(columns.get(c).name()) == part
                        && part.fits(columns.get(c).kind()));
    }

    /** The column that tells a person's sex; -1 if none does. */
    int sex(int person) {
        return find(
                person,
                c -> columns.get(c).kind().modelled()
                        && Sex.named(columns.get(c).name()));
    }

    private int find(int person, Predicate<Integer> wanted) {
        List<Integer> found = new ArrayList<>(IntStream.range(0, columns.size())
                .boxed()
                .filter(c -> !columns.get(c).type().keyed())
                .filter(wanted)
                .toList());
        Optional<Integer> own = found.stream().filter(c -> person(c) == person).findFirst();
        return own.orElse(found.isEmpty() ? -1 : found.get(0));
    }

    /** What part of a name or an address a personal column holds. */
    Part part(int column, Style style) {
        TreatedColumn of = columns.get(column);
        Part part = Part.of(of.name());
        if (of.kind() == Kind.NAME) {
            boolean named = part == Part.FIRST_NAME || part == Part.LAST_NAME;
            return named ? part : style.oneWord() ? Part.FIRST_NAME : Part.WHOLE;
        }
        boolean town = column(Part.CITY, person(column)) >= 0 || column(Part.POSTCODE, person(column)) >= 0;
        return part == Part.WHOLE && town && !style.commas() ? Part.STREET : part;
    }
}

package io.understudy.jobs.personal;

import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The people made up for the rows of a table: one for each person a row tells of, the same in all of the row's columns.
 * A first name follows a column of the row that tells the sex, a locale one that tells the country.
 */
final class Cast implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How often something made up is drawn again when it turns out to be real. */
    private static final int ATTEMPTS = 16;

    /** Purposes of a person's own numbers begin here, those of columns at 0. */
    private static final long PEOPLE = 1L << 32;

    private static final long NEXT_ATTEMPT = 1L << 40;

    private final List<Role> roles;
    private final List<Likeness> people;
    private final Real real;

    /** A column to write. */
    private record Role(int column, Kind kind, Part part, Applied.Faked how, int person) implements Serializable {}

    /** Where the row tells about a person: positions of columns, -1 for none. */
    private record Likeness(int sex, int country, int first, int last, int city, int postcode, String locale)
            implements Serializable {}

    Cast(List<TreatedColumn> columns, Real real) {
        Scene scene = new Scene(columns);
        this.real = real;
        roles = IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).applied() instanceof Applied.Faked)
                .mapToObj(c -> role(columns.get(c), c, scene))
                .toList();
        people = IntStream.range(0, scene.people())
                .mapToObj(person -> likeness(scene, person))
                .toList();
    }

    private static Role role(TreatedColumn column, int at, Scene scene) {
        Applied.Faked how = (Applied.Faked) column.applied();
        return new Role(at, column.kind(), scene.part(at, how.style()), how, scene.person(at));
    }

    private Likeness likeness(Scene scene, int person) {
        List<Role> own = roles.stream().filter(role -> role.person() == person).toList();
        boolean chosen = own.stream().anyMatch(role -> role.how().chosen());
        String locale = own.stream()
                .filter(role -> role.how().chosen())
                .findFirst()
                .map(role -> role.how().locale())
                .orElse(Locales.DEFAULT);
        return new Likeness(
                scene.sex(person),
                chosen ? -1 : scene.column(Part.COUNTRY, person),
                scene.spoken(Part.FIRST_NAME, person),
                scene.spoken(Part.LAST_NAME, person),
                scene.spoken(Part.CITY, person),
                scene.spoken(Part.POSTCODE, person),
                locale);
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    /** The columns whose cells are looked at when those of some columns are made up. */
    Set<Integer> needed(Set<Integer> wanted) {
        Set<Integer> needed = new HashSet<>();
        for (Role role : of(wanted)) {
            Likeness likeness = people.get(role.person());
            needed.addAll(List.of(role.column(), likeness.sex(), likeness.country(), likeness.first()));
            needed.addAll(List.of(likeness.last(), likeness.city(), likeness.postcode()));
        }
        needed.remove(-1);
        return needed;
    }

    private List<Role> of(Set<Integer> wanted) {
        return roles.stream().filter(role -> wanted.contains(role.column())).toList();
    }

    /** The columns of a block with those of the wanted ones that are made up in their places. */
    List<RawColumn> play(List<RawColumn> columns, Rows rows, Set<Integer> wanted) {
        List<Role> roles = of(wanted);
        Map<Integer, String[]> written = new HashMap<>();
        roles.forEach(role -> written.put(role.column(), new String[rows.count()]));
        for (int row = 0; row < rows.count(); row++) {
            Line line = new Line(columns, row, rows.seed(), rows.numbers().at(row));
            Map<Integer, Person> cast = new HashMap<>();
            for (Role role : roles) {
                String template = line.text(role.column());
                boolean missing = columns.get(role.column()).missing(row);
                Person person = cast.computeIfAbsent(role.person(), p -> person(p, line));
                written.getOrDefault(role.column(), new String[0])[row] =
                        missing ? "" : write(role, person, line, template);
            }
        }
        List<RawColumn> played = new ArrayList<>(columns);
        written.forEach((column, texts) -> played.set(column, texts(columns.get(column), texts)));
        return Collections.unmodifiableList(played);
    }

    private static RawColumn texts(RawColumn before, String[] texts) {
        int[] ids = new int[texts.length];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = before.missing(row) ? -1 : row;
        }
        return new RawColumn.Texts(ids, texts);
    }

    /** One row of a block. */
    private record Line(List<RawColumn> columns, int row, long seed, long index) {
        String text(int column) {
            if (column < 0
                    || columns.get(column).missing(row)
                    || !(columns.get(column) instanceof RawColumn.Texts texts)) {
                return "";
            }
            return texts.vocabulary()[texts.ids()[row]];
        }

        Voice voice(String tag, long purpose) {
            return Voice.of(tag, new Voice.RowKey(seed, index, purpose));
        }
    }

    /** Somebody whose whole name the real table does not have. */
    private Person person(int number, Line line) {
        Likeness likeness = people.get(number);
        String tag = Locales.ofCountry(line.text(likeness.country())).orElse(likeness.locale());
        Sex sex = Sex.of(line.text(likeness.sex()));
        Person person = Person.draw(line.voice(tag, PEOPLE + number), sex);
        for (int attempt = 1; attempt < ATTEMPTS && isReal(person, number); attempt++) {
            person = Person.draw(line.voice(tag, PEOPLE + number + attempt * NEXT_ATTEMPT), sex);
        }
        return person.named(line.text(likeness.first()), line.text(likeness.last()));
    }

    private boolean isReal(Person person, int number) {
        return roles.stream()
                .filter(role -> role.person() == number && role.kind() == Kind.NAME && role.part() == Part.WHOLE)
                .anyMatch(role -> real.has(role.column(), name(role, person, "")));
    }

    private String write(Role role, Person person, Line line, String template) {
        if (role.kind() == Kind.NAME) {
            return name(role, person, template);
        }
        String text = attempt(role, person, line, 0);
        for (int attempt = 1; attempt < ATTEMPTS && real.has(role.column(), text); attempt++) {
            text = attempt(role, person, line, attempt);
        }
        return text;
    }

    private static String name(Role role, Person person, String template) {
        String name = switch (role.part()) {
            case FIRST_NAME -> person.first();
            case LAST_NAME -> person.last();
            default -> person.full(role.how().style().commas());
        };
        return role.how().style().write(name, template);
    }

    private String attempt(Role role, Person person, Line line, int attempt) {
        Voice voice = line.voice(person.tag(), role.column() + attempt * NEXT_ATTEMPT);
        boolean distinct = role.how().distinct() && attempt == 0;
        Numbers numbers = new Numbers(voice.random(), line.index(), Hash.combine(line.seed(), role.column()), distinct);
        String template = line.text(role.column());
        String country = Locales.country(person.tag());
        return switch (role.kind()) {
            case EMAIL -> email(role, person, numbers);
            case PHONE -> Phones.write(country, template, numbers);
            case IBAN -> Ibans.write(country, template, numbers);
            case CARD -> Cards.write(template, numbers);
            case IP -> Ips.write(template, numbers);
            case NATIONAL_ID -> NationalIds.write(template, numbers);
            default -> role.how().style().write(address(role, voice, line), template);
        };
    }

    private static String email(Role role, Person person, Numbers numbers) {
        String address = Emails.write(person, numbers);
        return role.how().style().letters() == Style.Letters.UPPER
                ? role.how().style().write(address, "")
                : address;
    }

    private String address(Role role, Voice voice, Line line) {
        return switch (role.part()) {
            case CITY -> voice.city();
            case POSTCODE -> Addresses.postcode(voice, line.text(role.column()));
            case STATE -> voice.state();
            case STREET -> voice.street();
            default -> {
                Likeness likeness = people.get(role.person());
                yield Addresses.whole(voice, line.text(likeness.city()), line.text(likeness.postcode()));
            }
        };
    }
}

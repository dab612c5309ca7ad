package io.understudy.jobs.personal;

import io.understudy.schema.Kind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which part of a name or an address a column holds, as its own name tells. */
enum Part {
    FIRST_NAME("first given fore forename firstname givenname christian vorname prenom prénom nombre"),
    LAST_NAME("last family sur surname lastname familyname nachname familienname apellido apellidos cognome"),
    CITY("city town ort stadt wohnort ville ciudad locality municipality"),
    POSTCODE("postcode zip zipcode postal plz postleitzahl"),
    STATE("state province county bundesland kanton"),
    STREET("street strasse straße rue calle road"),
    COUNTRY("country land pays pais país paese"),
    WHOLE("name names full fullname e mail email phone tel telephone mobile cell fax address addr adresse line iban"
            + " account card number nr no ip id national ssn");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** The part that a column's name speaks of; {@link #WHOLE} where it speaks of none. */
    static Part of(String name) {
        return Arrays.stream(values())
                .filter(part -> new Words(part.words).hasAny(name))
                .findFirst()
                .orElse(WHOLE);
    }

    /** What is left of a column's name without the words that tell the part: whose it is. */
    static String whose(String name) {
        return Words.of(name).stream()
                .filter(word -> !Sex.isWord(word))
                .filter(word -> Arrays.stream(values()).noneMatch(part -> new Words(part.words).has(word)))
                .collect(Collectors.joining(" "));
    }

    /** Whether a column of a kind can hold the part. */
    boolean fits(Kind kind) {
        return switch (this) {
            case FIRST_NAME, LAST_NAME -> kind == Kind.NAME || !kind.personal();
            case CITY, POSTCODE, STATE, STREET -> kind == Kind.ADDRESS || !kind.personal();
            case COUNTRY -> !kind.personal();
            case WHOLE -> true;
        };
    }
}

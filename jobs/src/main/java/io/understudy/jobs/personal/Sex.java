package io.understudy.jobs.personal;

import java.util.Locale;

/** What a column of sexes says about a row, as far as first names follow it. */
enum Sex {
    FEMALE("f female w woman weiblich frau femme féminin mujer femenino femmina girl mrs ms miss vrouw kvinna kobieta"),
    MALE("m male man männlich mann herr homme masculin hombre masculino maschio boy mr h mężczyzna"),
    UNKNOWN("");

    private static final Words COLUMNS =
            new Words("sex gender geschlecht sexe sexo genero género sesso geslacht kön anrede salutation");

    private final String words;

    Sex(String words) {
        this.words = words;
    }

    static Sex of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return new Words(FEMALE.words).has(word) ? FEMALE : new Words(MALE.words).has(word) ? MALE : UNKNOWN;
    }

    /** Whether a column's name says that it holds sexes. */
    static boolean named(String column) {
        return COLUMNS.hasAny(column);
    }

    /** A column's name without the words that say so. */
    static boolean isWord(String word) {
        return COLUMNS.has(word);
    }
}

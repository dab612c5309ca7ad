package io.understudy.jobs.quickstart;

import java.util.List;

/** Names put together from invented halves: 150 first names of each kind, 324 surnames. */
final class Names {
    private static final List<String> STEMS = List.of(
            "Al", "Bren", "Cor", "Dav", "El", "Fen", "Gal", "Hes", "Il", "Jor", "Kal", "Lor", "Mar", "Nel", "Or", "Per",
            "Quin", "Ros", "Sel", "Tam", "Ul", "Ver", "Wil", "Yar", "Zel");
    private static final List<String> WOMEN = List.of("a", "ina", "ette", "isa", "ora", "wen");
    private static final List<String> MEN = List.of("an", "or", "ek", "ric", "us", "ard");
    private static final List<String> ANYONE = List.of("e", "y", "ri", "is", "o", "ley");
    private static final List<String> SURNAMES = List.of(
            "Ash", "Birk", "Cald", "Drey", "Eld", "Farn", "Grim", "Holt", "Inver", "Kest", "Lang", "Mor", "Nor",
            "Oster", "Pell", "Raven", "Stan", "Thorn", "Under", "Vale", "Whit", "Wyn", "Yel", "Brack", "Crow", "Fal",
            "Hart");
    private static final List<String> ENDINGS =
            List.of("bury", "combe", "dale", "feld", "gate", "ham", "hurst", "ley", "mere", "stead", "ton", "wick");

    private Names() {}

    static String first(Sex sex, Draws draws) {
        List<String> endings = switch (sex) {
            case F -> WOMEN;
            case M -> MEN;
            case X -> ANYONE;
        };
        return draws.pick(STEMS) + draws.pick(endings);
    }

    static String last(Draws draws) {
        return draws.pick(SURNAMES) + draws.pick(ENDINGS);
    }
}

package io.understudy.jobs.personal;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The languages and countries that values can be made up for. */
final class Locales {
    /** Where nothing is said. */
    static final String DEFAULT = "en";

    private static final List<String> LANGUAGES = List.of(
            "ar", "be", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "hy",
            "id", "it", "ja", "ka", "ko", "lv", "mk", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sq", "sv", "ta",
            "th", "tr", "uk", "uz", "vi", "zh");

    /** Countries that have something of their own, each with the language most spoken there. */
    private static final Map<String, String> COUNTRIES = countries(
            "sq-AL hy-AM es-AR de-AT en-AU nl-BE bg-BG pt-BR be-BY en-CA de-CH zh-CN cs-CZ de-DE da-DK et-EE es-ES fi-FI"
                    + " fr-FR en-GB ka-GE el-GR hr-HR hu-HU id-ID en-IE he-IL en-IN it-IT ja-JP ko-KR lv-LV ro-MD mk-MK"
                    + " es-MX nl-NL nb-NO pl-PL pt-PT es-PY ru-RU sv-SE sk-SK th-TH tr-TR zh-TW uk-UA en-US uz-UZ vi-VN");

    private static final List<String> OTHERS = List.of(
            "fr-CA", "fr-CH", "it-CH", "fr-BE", "ru-MD", "ta-IN", "no-NO", "en-NZ", "en-ZA", "en-SG", "en-PH", "en-NG");

    private static final Map<String, String> COUNTRY_NAMES = countryNames();

    private Locales() {}

    private static Map<String, String> countries(String tags) {
        Map<String, String> byCountry = new HashMap<>();
        for (String tag : tags.split(" ", -1)) {
            byCountry.put(tag.substring(tag.indexOf('-') + 1), tag);
        }
        return Map.copyOf(byCountry);
    }

    /** Tags by everything a country column may call a country: codes of two and three letters, names in some languages. */
    private static Map<String, String> countryNames() {
        Map<String, String> names = new HashMap<>();
        COUNTRIES.forEach((country, tag) -> {
            Locale locale = new Locale.Builder().setRegion(country).build();
            names.put(country.toLowerCase(Locale.ROOT), tag);
            names.put(locale.getISO3Country().toLowerCase(Locale.ROOT), tag);
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag(tag), Locale.GERMAN, Locale.FRENCH)) {
                names.put(locale.getDisplayCountry(language).toLowerCase(Locale.ROOT), tag);
            }
        });
        names.put("uk", "en-GB");
        names.put("great britain", "en-GB");
        names.put("usa", "en-US");
        names.put("united states of america", "en-US");
        return Map.copyOf(names);
    }

    /** The locale of a country, by its code or its name. */
    static Optional<String> ofCountry(String country) {
        return Optional.ofNullable(COUNTRY_NAMES.get(country.strip().toLowerCase(Locale.ROOT)));
    }

    /** The country of a locale; that of its language where it names none. */
    static String country(String tag) {
        String country = Locale.forLanguageTag(tag).getCountry();
        return country.isEmpty() ? LANGUAGE_COUNTRIES.getOrDefault(tag, tag.toUpperCase(Locale.ROOT)) : country;
    }

    private static final Map<String, String> LANGUAGE_COUNTRIES = Map.ofEntries(
            Map.entry("en", "US"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("el", "GR"),
            Map.entry("et", "EE"),
            Map.entry("sv", "SE"),
            Map.entry("nb", "NO"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("zh", "CN"),
            Map.entry("uk", "UA"),
            Map.entry("he", "IL"),
            Map.entry("ka", "GE"),
            Map.entry("be", "BY"),
            Map.entry("sq", "AL"),
            Map.entry("vi", "VN"),
            Map.entry("ar", "EG"),
            Map.entry("fa", "IR"),
            Map.entry("ca", "ES"),
            Map.entry("hy", "AM"),
            Map.entry("ta", "IN"));

    /**
     * Refuses a locale that nothing can be made up for.
     *
     * @throws ConfigurationException naming the column and the nearest locale that there is
     */
    static void check(String column, String tag) {
        Set<String> known = known();
        if (known.contains(tag)) {
            return;
        }
        String advice = Suggestion.nearest(tag.replace('_', '-'), known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("known languages: " + String.join(", ", LANGUAGES)
                        + ", some with a country as in de-AT or en-GB");
        throw new ConfigurationException(
                "columns." + column + ".locale: nothing can be made up for \"" + tag + "\"; " + advice);
    }

    /** All tags that {@link #check} accepts. */
    static Set<String> known() {
        List<String> known = new ArrayList<>(LANGUAGES);
        known.addAll(COUNTRIES.values());
        known.addAll(OTHERS);
        return new TreeSet<>(known);
    }
}

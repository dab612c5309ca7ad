package io.understudy.jobs.personal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.datafaker.Faker;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/** The names, streets and towns of one locale, drawn from the random numbers of a row. Belongs to one thread. */
final class Voice {
    private static final ThreadLocal<Map<String, Voice>> OF_THREAD = ThreadLocal.withInitial(HashMap::new);

    private final RowRandom random = new RowRandom();
    private final String tag;
    private final Faker faker;
    private final boolean tellsSexes;

    private Voice(String tag) {
        this.tag = tag;
        Locale locale = Locale.forLanguageTag(tag);
        RandomService numbers = new RandomService(random);
        faker = new Faker(locale, numbers);
        tellsSexes = locale.getLanguage().equals("en")
                || !firstNames(locale, numbers).equals(firstNames(Locale.ENGLISH, numbers));
    }

    private Object firstNames(Locale locale, RandomService numbers) {
        Object names =
                faker.fakeValuesService().fetchObject("name.female_first_name", new FakerContext(locale, numbers));
        return names == null ? "" : names;
    }

    /** This thread's voice of a locale, with its numbers started for a row and a purpose. */
    static Voice of(String tag, RowKey key) {
        Voice voice = OF_THREAD.get().computeIfAbsent(tag, Voice::new);
        voice.random.restart(key.seed(), key.row(), key.purpose());
        return voice;
    }

    /** What numbers are a function of. */
    record RowKey(long seed, long row, long purpose) {}

    String tag() {
        return tag;
    }

    RowRandom random() {
        return random;
    }

    String firstName(Sex sex) {
        boolean any = sex == Sex.UNKNOWN || !tellsSexes;
        return any
                ? faker.name().firstName()
                : sex == Sex.FEMALE
                        ? faker.name().femaleFirstName()
                        : faker.name().maleFirstName();
    }

    String lastName() {
        return faker.name().lastName();
    }

    String street() {
        return faker.address().streetAddress();
    }

    String city() {
        return faker.address().city();
    }

    String postcode() {
        return faker.address().zipCode();
    }

    String state() {
        return faker.address().state();
    }
}

package io.understudy.jobs.personal;

import java.text.Normalizer;
import java.util.Locale;

/** Addresses at the domains that RFC 2606 reserves: no mailbox can be there. */
final class Emails {
    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};

    private Emails() {}

    static String write(Person person, Numbers numbers) {
        String first = plain(person.first());
        String last = plain(person.last());
        String joined = first + (first.isEmpty() || last.isEmpty() ? "" : ".") + last;
        String name = joined.isEmpty() ? "person" : joined;
        String number = numbers.distinct() || joined.isEmpty() ? Long.toString(numbers.row() + 1) : "";
        return name + number + "@" + DOMAINS[(int) numbers.random().below(DOMAINS.length)];
    }

    /** The letters of a name that an address can have. */
    private static String plain(String name) {
        String spelt = name.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("đ", "d");
        return Normalizer.normalize(spelt, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }
}

package io.understudy.jobs.quickstart;

import io.understudy.jobs.quickstart.Draws.Stream;
import java.util.Locale;

/** A customer: a pure function of (seed, number). */
record Customer(long number, Person person, Home home, Finances finances) {
    /** Identifiers start beyond the range of an int. */
    private static final long FIRST_ID = 4_200_000_001L;

    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};

    static Customer of(long seed, long number) {
        Person person = Person.draw(new Draws(seed, Stream.PERSON, number));
        Home home = Home.draw(new Draws(seed, Stream.HOME, number));
        Draws draws = new Draws(seed, Stream.FINANCES, number);
        return new Customer(
                number, person, home, Finances.draw(person, home.place().region(), draws));
    }

    long id() {
        return FIRST_ID + number;
    }

    /** The name, then the customer's number: no two customers share an address. */
    String email() {
        String name = (person.firstName() + "." + person.lastName()).toLowerCase(Locale.ROOT);
        return name + (number + 1) + "@" + DOMAINS[(int) (number % DOMAINS.length)];
    }
}

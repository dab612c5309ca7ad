package io.understudy.jobs.personal;

import io.understudy.codec.Shape;

/** Addresses of one line, and postcodes. */
final class Addresses {
    private Addresses() {}

    /** Street, postcode and city; the row's own city and postcode where it tells them. */
    static String whole(Voice voice, String city, String postcode) {
        return voice.street()
                + ", " + (postcode.isEmpty() ? voice.postcode() : postcode)
                + " " + (city.isEmpty() ? voice.city() : city);
    }

    /** A postcode of the locale if it looks like the column's own, else the template, which is made up as well. */
    static String postcode(Voice voice, String template) {
        String postcode = voice.postcode();
        return Shape.of(postcode).equals(Shape.of(template)) ? postcode : template;
    }
}

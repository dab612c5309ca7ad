package io.understudy.jobs.quickstart;

import org.jspecify.annotations.Nullable;

/** Where a customer lives and the telephone there, if one was left. */
record Home(Place place, String postcode, @Nullable String phone) {
    private static final double NO_PHONE = 0.03;

    static Home draw(Draws draws) {
        Place place = draws.pick(Place.ALL, Place::size);
        String postcode = place.postcode(draws);
        return new Home(place, postcode, draws.chance(NO_PHONE) ? null : place.phone(draws));
    }

    String city() {
        return place.city();
    }

    String region() {
        return place.region().label();
    }
}

package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Spelling;
import io.understudy.jobs.job.Treatment;
import io.understudy.jobs.job.Treatment.Way;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what is to be done with the values of a column, and the few keys that go with it. */
record TreatmentReader(Locations locations) {
    /** The keys of a column that are read here. */
    static final List<String> KEYS = List.of("treatment", "locale", "key", "form", "last", "noise");

    private static final int MOST_LEFT = 4;
    private static final String SHAPED = "shaped";
    private static final String OTHERWISE = "leave it out to use the environment variable " + Treatment.KEY;

    Optional<Treatment> read(Section column) {
        Optional<Way> said = column.value("treatment").map(value -> value.choice(Way.class));
        Optional<Way> way = said.or(() -> column.value("locale").map(locale -> Way.FAKE));
        refuseUnless(column, Way.FAKE, said, "locale");
        refuseUnless(column, Way.PSEUDONYMISE, way, "key", "form");
        refuseUnless(column, Way.MASK, way, "last");
        refuseUnless(column, Way.PERTURB, way, "noise");
        return way.map(asked -> treatment(asked, column));
    }

    private Treatment treatment(Way way, Section column) {
        return new Treatment(
                way,
                column.value("locale").map(Value::text),
                column.value("key").map(key -> new KeyReader(locations, OTHERWISE).read(key)),
                column.value("form")
                        .map(form -> form.word(List.of("token", SHAPED), List.of()))
                        .filter(SHAPED::equals)
                        .isPresent(),
                column.value("last")
                        .map(last -> (int) last.whole(0, MOST_LEFT, "a whole number from 0 to " + MOST_LEFT))
                        .orElse(0),
                column.value("noise")
                        .map(noise ->
                                OptionalDouble.of(noise.number(Double.MIN_VALUE, 1, "a number above 0 and up to 1")))
                        .orElse(OptionalDouble.empty()));
    }

    private static void refuseUnless(Section column, Way needed, Optional<Way> way, String... keys) {
        boolean locale = needed == Way.FAKE && way.isEmpty();
        for (String key : keys) {
            column.value(key)
                    .filter(value -> !locale && !way.equals(Optional.of(needed)))
                    .ifPresent(value -> {
                        // The value stays unsaid: it may be a secret in the wrong place.
                        throw value.conflict("goes with treatment: " + Spelling.of(needed)
                                + "; change the one or leave out the other");
                    });
        }
    }
}

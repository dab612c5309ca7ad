package io.understudy.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What each part of one round took.
 *
 * @param copy    reading the table and writing it again
 * @param profile learning what its columns are
 * @param fit     learning the model
 * @param sample  drawing as many synthetic rows and writing them to where they wait for the gate
 * @param publish making them the published table
 */
record Round(Cost copy, Cost profile, Cost fit, Cost sample, Cost publish) {
    private static final String FORMAT = "%9.2f".repeat(5) + "%10.2f%13.2f";
    static final String HEADER = ("%9s".repeat(5) + "%10s%13s")
            .formatted("copy", "profile", "fit", "sample", "publish", "job/copy", "sample/copy");

    /** A line of the table: seconds of each part, then the whole job and sampling with writing alone in copies. */
    String line(ToDoubleFunction<Cost> clock) {
        double copied = clock.applyAsDouble(copy);
        double[] parts = parts().stream().mapToDouble(clock).toArray();
        double job = Arrays.stream(parts).sum();
        return FORMAT.formatted(
                copied, parts[0], parts[1], parts[2], parts[3], job / copied, clock.applyAsDouble(sample) / copied);
    }

    private List<Cost> parts() {
        return List.of(profile, fit, sample, publish);
    }

    /** The median of every figure by itself. */
    static Round median(List<Round> rounds) {
        return new Round(
                median(rounds, Round::copy),
                median(rounds, Round::profile),
                median(rounds, Round::fit),
                median(rounds, Round::sample),
                median(rounds, Round::publish));
    }

    private static Cost median(List<Round> rounds, Function<Round, Cost> part) {
        return new Cost(
                median(rounds.stream().map(part).mapToDouble(Cost::wall).toArray()),
                median(rounds.stream().map(part).mapToDouble(Cost::cpu).toArray()));
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}

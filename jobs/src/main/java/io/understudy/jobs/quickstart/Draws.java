package io.understudy.jobs.quickstart;

import io.understudy.random.Philox;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The random numbers of one subject (a customer or a row) in one stream, taken in order.
 *
 * <p>The n-th draw is a pure function of (seed, stream, subject, n). Transcendental functions are StrictMath's, so that
 * every machine draws the same table.
 */
final class Draws {
    /** One stream per room, so that a room that draws more leaves the others as they were. The numbers are part of the table. */
    enum Stream {
        PERSON(0),
        HOME(1),
        FINANCES(2),
        VEHICLE(3),
        DRIVING(4),
        POLICY(5),
        CLAIMANT(6),
        INCIDENT(7),
        REPORT(8),
        SETTLEMENT(9);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    private static final int STREAM_SHIFT = 32;

    private final long seed;
    private final long subject;
    private long next;

    Draws(long seed, Stream stream, long subject) {
        this.seed = seed;
        this.subject = subject;
        this.next = stream.number << STREAM_SHIFT;
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return Philox.uniform(seed, subject, next++);
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0..bound-1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Uniform over the days from {@code first} to {@code last}, both included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays((long) (uniform() * (ChronoUnit.DAYS.between(first, last) + 1)));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Log-normal with the given median; sigma is the standard deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Pareto above 1; the smaller the shape, the longer the tail. */
    double pareto(double shape) {
        return StrictMath.pow(1 - uniform(), -1 / shape);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of the choices with probability proportional to its weight. */
    <T> T pick(List<T> choices, ToDoubleFunction<? super T> weight) {
        double[] upTo = new double[choices.size()];
        double total = 0;
        for (int choice = 0; choice < upTo.length; choice++) {
            total += weight.applyAsDouble(choices.get(choice));
            upTo[choice] = total;
        }
        double drawn = uniform() * total;
        int choice = 0;
        while (choice < upTo.length - 1 && upTo[choice] <= drawn) {
            choice++;
        }
        return choices.get(choice);
    }

    /** A position in a string of digits, with probability proportional to the digit. */
    int position(String digits) {
        int total = digits.chars().map(digit -> digit - '0').sum();
        int left = below(total);
        int position = 0;
        while ((left -= digits.charAt(position) - '0') >= 0) {
            position++;
        }
        return position;
    }
}

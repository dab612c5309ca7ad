package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many rows every part of a table gets: exactly, by the largest remainders (Hare's quota). */
final class Amounts {
    private Amounts() {}

    /**
     * Rows by part.
     *
     * @param rows of the whole table
     * @throws ConfigurationException if the parts ask for more
     */
    static long[] of(List<Conditions.Part> parts, long rows) {
        double[] exact = parts.stream()
                .mapToDouble(part -> part.rows().isPresent()
                        ? (double) part.rows().getAsLong()
                        : part.share().orElse(0) * rows)
                .toArray();
        long[] amounts = Arrays.stream(exact)
                .mapToLong(amount -> (long) Math.floor(amount + 1e-9))
                .toArray();
        long wanted = Math.min(rows, Math.round(Arrays.stream(exact).sum()));
        List<Integer> byRemainder = IntStream.range(0, amounts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> amounts[i] - exact[i]))
                .toList();
        long missing = wanted - Arrays.stream(amounts).sum();
        if (missing < 0) {
            throw new ConfigurationException(
                    "output.conditions ask for " + Arrays.stream(amounts).sum() + " rows together, but output.rows is "
                            + rows + "; ask for fewer, or set output.rows higher");
        }
        for (int i = 0; i < missing; i++) {
            amounts[byRemainder.get(i % amounts.length)]++;
        }
        return amounts;
    }
}

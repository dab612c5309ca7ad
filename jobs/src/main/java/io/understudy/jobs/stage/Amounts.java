package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows are drawn: exactly, by the largest remainders (Hare's quota).
 *
 * @param parts  of each condition
 * @param others that meet none
 */
record Amounts(List<Long> parts, long others) {
    Amounts {
        parts = List.copyOf(parts);
    }

    /** Rows as they come. */
    static Amounts all(long rows) {
        return new Amounts(List.of(), rows);
    }

    /**
     * Those of a table all of whose rows are drawn.
     *
     * @param rows of the whole table
     * @throws ConfigurationException if the parts ask for more
     */
    static Amounts of(List<Conditions.Part> parts, long rows) {
        double[] exact = parts.stream()
                .mapToDouble(part -> part.rows().isPresent()
                        ? (double) part.rows().getAsLong()
                        : part.share().orElse(0) * rows)
                .toArray();
        long wanted = Math.min(rows, Math.round(Arrays.stream(exact).sum()));
        long least = Arrays.stream(exact).mapToLong(Amounts::whole).sum();
        if (least > wanted) {
            throw new ConfigurationException("output.conditions ask for " + least
                    + " rows together, but output.rows is " + rows + "; ask for fewer, or set output.rows higher");
        }
        long[] allocated = allocated(exact, wanted);
        return new Amounts(Arrays.stream(allocated).boxed().toList(), rows - wanted);
    }

    /**
     * Those that bring real rows to what is asked for.
     *
     * @param real how many there are of each part
     * @param rows how many there are
     * @throws ConfigurationException if no number of rows does, or none are needed
     */
    static Amounts beside(List<Conditions.Part> parts, List<Long> real, long rows) {
        double[] missing = new Augmentation(parts, real, rows).missing();
        long[] allocated = allocated(missing, Math.round(Arrays.stream(missing).sum()));
        if (Arrays.stream(allocated).sum() == 0) {
            throw new ConfigurationException("output.augment has nothing to add: the input has as many rows of all that"
                    + " is asked for already; ask for more, or leave augment out");
        }
        return new Amounts(Arrays.stream(allocated).boxed().toList(), 0);
    }

    /** Whole numbers of a sum next to some others. */
    private static long[] allocated(double[] exact, long sum) {
        long[] amounts = Arrays.stream(exact).mapToLong(Amounts::whole).toArray();
        List<Integer> byRemainder = IntStream.range(0, amounts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> amounts[i] - exact[i]))
                .toList();
        long missing = sum - Arrays.stream(amounts).sum();
        for (int i = 0; i < missing; i++) {
            amounts[byRemainder.get(i % amounts.length)]++;
        }
        return amounts;
    }

    private static long whole(double amount) {
        return (long) Math.floor(amount + 1e-9);
    }

    /** All rows that are drawn. */
    long total() {
        return parts.stream().mapToLong(Long::longValue).sum() + others;
    }
}

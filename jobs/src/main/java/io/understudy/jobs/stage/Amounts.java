package io.understudy.jobs.stage;

import io.understudy.jobs.job.Conditions;
import io.understudy.jobs.job.ConfigurationException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many rows are drawn: exactly, by the largest remainders (Hare's quota).
 *
 * @param parts of each condition
 * @param total of all rows that are drawn
 */
record Amounts(List<Long> parts, long total) {
    Amounts {
        parts = List.copyOf(parts);
    }

    /** Rows as they come. */
    static Amounts all(long rows) {
        return new Amounts(List.of(), rows);
    }

    /**
     * Those of a table all of whose rows are drawn. Shares are rounded so that the sum of those of which a row meets one at most is
     * as near as can be.
     *
     * @param apart conditions in groups within which no row meets two
     * @param rows  of the whole table
     * @throws ConfigurationException if the conditions of a group ask for more
     */
    static Amounts of(List<Conditions.Part> parts, List<List<Integer>> apart, long rows) {
        double[] exact = parts.stream()
                .mapToDouble(part -> part.rows().isPresent()
                        ? (double) part.rows().getAsLong()
                        : part.share().orElse(0) * rows)
                .toArray();
        long[] amounts = new long[exact.length];
        for (List<Integer> group : apart) {
            long[] allocated = within(
                    group.stream().map(parts::get).toList(),
                    group.stream().mapToDouble(part -> exact[part]).toArray(),
                    rows);
            for (int i = 0; i < allocated.length; i++) {
                amounts[group.get(i)] = allocated[i];
            }
        }
        return new Amounts(Arrays.stream(amounts).boxed().toList(), rows);
    }

    /** Those of conditions of which a row meets one at most. */
    private static long[] within(List<Conditions.Part> parts, double[] exact, long rows) {
        double shares =
                parts.stream().mapToDouble(part -> part.share().orElse(0)).sum();
        if (shares > 1 + 1e-9) {
            throw new ConfigurationException(
                    asking(parts) + " for shares of " + shares + " together; they must be at most 1");
        }
        long wanted = Math.min(rows, Math.round(Arrays.stream(exact).sum()));
        long least = Arrays.stream(exact).mapToLong(Amounts::whole).sum();
        if (least > wanted) {
            throw new ConfigurationException(
                    asking(parts) + " for " + least + " rows" + (parts.size() > 1 ? " together" : "")
                            + ", but output.rows is " + rows + "; ask for fewer, or set output.rows higher");
        }
        return allocated(exact, wanted);
    }

    private static String asking(List<Conditions.Part> parts) {
        String keys = parts.stream().map(Conditions.Part::key).collect(Collectors.joining(" and "));
        return keys + (parts.size() > 1 ? ", of which no row meets two, ask" : " asks");
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
        return new Amounts(
                Arrays.stream(allocated).boxed().toList(),
                Arrays.stream(allocated).sum());
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

    /** Rows that meet none, where no row meets two. */
    long others() {
        return total - parts.stream().mapToLong(Long::longValue).sum();
    }
}

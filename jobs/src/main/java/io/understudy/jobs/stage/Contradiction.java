package io.understudy.jobs.stage;

import io.understudy.stat.Margins;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Why conditions cannot be met together in the numbers asked for: one or two of them if these cannot, whatever the others are; else
 * as few as cannot.
 *
 * @param margins that no numbers of rows meet
 */
record Contradiction(Possible possible, Atoms atoms, Margins margins) {

    /** For the message of the refusal. */
    String words() {
        int conditions = margins.amounts().length;
        Stream<Optional<String>> single = IntStream.range(0, conditions).mapToObj(this::single);
        Stream<Optional<String>> pairs = IntStream.range(0, conditions)
                .boxed()
                .flatMap(one -> IntStream.range(0, conditions)
                        .filter(other -> other != one)
                        .mapToObj(other -> pair(one, other)));
        return Stream.concat(single, pairs)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::several);
    }

    private Optional<String> single(int condition) {
        return !atoms.any(0, 1L << condition) && margins.amounts()[condition] < margins.total()
                ? Optional.of(asked(List.of(condition)) + " of " + margins.total()
                        + " cannot be: every row that the model has seen meets it")
                : Optional.empty();
    }

    private Optional<String> pair(int one, int other) {
        long both = margins.amounts()[one] + margins.amounts()[other];
        if (!atoms.any(1L << one, 1L << other) && margins.amounts()[one] > margins.amounts()[other]) {
            return together(
                    List.of(one, other),
                    "every row that meets the first meets the second too, of which fewer are asked for");
        }
        if (!atoms.any(0, 1L << one | 1L << other) && both < margins.total()) {
            return together(
                    List.of(one, other),
                    "every row meets one of them, so that they must be " + margins.total() + " at least");
        }
        return Optional.empty();
    }

    private Optional<String> together(List<Integer> conditions, String why) {
        return Optional.of(asked(conditions) + " cannot be met together: " + why);
    }

    /** Leaves out what does not matter, as long as what is left cannot be met. */
    private String several() {
        long kept = (1L << margins.amounts().length) - 1;
        for (int condition = 0; condition < margins.amounts().length; condition++) {
            long without = kept & ~(1L << condition);
            kept = met(without) ? kept : without;
        }
        long left = kept;
        List<Integer> conditions = IntStream.range(0, margins.amounts().length)
                .filter(condition -> (left >>> condition & 1) != 0)
                .boxed()
                .toList();
        long sum = conditions.stream()
                .mapToLong(condition -> margins.amounts()[condition])
                .sum();
        return together(
                        conditions,
                        !atoms.any(0, left) && sum < margins.total()
                                ? "every row meets one of them, so that they must be " + margins.total() + " at least"
                                : "no numbers of rows of the kinds that the model has seen were found that sum to these, of "
                                        + margins.total())
                .orElseThrow();
    }

    /** Whether the conditions of a set alone can be met. */
    private boolean met(long set) {
        int[] conditions = IntStream.range(0, margins.amounts().length)
                .filter(condition -> (set >>> condition & 1) != 0)
                .toArray();
        long[] kinds = LongStream.of(margins.sets())
                .map(kind -> kind & set)
                .distinct()
                .map(kind -> packed(kind, conditions))
                .toArray();
        double[] even = LongStream.of(kinds).mapToDouble(kind -> 1).toArray();
        long[] amounts = IntStream.of(conditions)
                .mapToLong(condition -> margins.amounts()[condition])
                .toArray();
        return new Margins(kinds, amounts, margins.total()).allotted(even).isPresent();
    }

    private static long packed(long kind, int[] conditions) {
        long packed = 0;
        for (int at = 0; at < conditions.length; at++) {
            packed |= (kind >>> conditions[at] & 1) << at;
        }
        return packed;
    }

    private String asked(List<Integer> conditions) {
        return conditions.stream()
                .map(condition -> margins.amounts()[condition] + " rows of " + possible.named(condition))
                .collect(Collectors.joining(" and "));
    }
}

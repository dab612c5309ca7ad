package io.understudy.jobs.stage;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.random.Lottery;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The atoms of the algebra of sets that conditions generate: for every set of conditions that one row can meet together, the rows that meet
 * exactly these. Every row is of one of them.
 *
 * @param sets    shape (atoms), ascending: bit i is set where rows of the atom meet condition i
 * @param parts   by atom, one row of it
 * @param chances by atom, its probability
 */
record Atoms(long[] sets, List<ConditionedRows.Part> parts, double[] chances) {
    /** That rows can meet in at most 4,096 ways; it bounds what comes up when margins are solved for, and how long that takes. */
    private static final int MOST_CONDITIONS = 12;

    /**
     * Cuts up what can be drawn, and leaves out what is too unlikely.
     *
     * @param chance of what an atom may be
     * @throws ConfigurationException if there are too many
     */
    static Atoms of(Possible possible, ToDoubleFunction<ConditionedRows.Part> chance) {
        long[][] met = possible.met();
        if (met.length > MOST_CONDITIONS) {
            throw new ConfigurationException("output.conditions are more than " + MOST_CONDITIONS
                    + ", some of which one row can meet together; ask for fewer, or say what tells them apart, such as:"
                    + " and not (...)");
        }
        SortedMap<Long, Atom> atoms = new TreeMap<>();
        for (int combination = 0; combination < possible.weights().length; combination++) {
            double each = possible.weights()[combination] / possible.leads().values();
            for (long left = each > 0 ? possible.everywhere() : 0; left != 0; ) {
                long set = set(met, combination, Long.numberOfTrailingZeros(left));
                long same = same(met, combination, set) & left;
                left &= ~same;
                atoms.computeIfAbsent(set, unseen -> new Atom()).add(combination, same, each);
            }
        }
        return likely(atoms, chance);
    }

    private static Atoms likely(SortedMap<Long, Atom> atoms, ToDoubleFunction<ConditionedRows.Part> chance) {
        LongStream.Builder sets = LongStream.builder();
        List<ConditionedRows.Part> parts = new ArrayList<>();
        DoubleStream.Builder chances = DoubleStream.builder();
        atoms.forEach((set, atom) -> {
            ConditionedRows.Part part = atom.part();
            double told = chance.applyAsDouble(part);
            if (told >= Conditioning.NOTHING) {
                sets.add(set);
                parts.add(part);
                chances.add(told);
            }
        });
        return new Atoms(sets.build().toArray(), parts, chances.build().toArray());
    }

    private static long set(long[][] met, int combination, int place) {
        long set = 0;
        for (int condition = 0; condition < met.length; condition++) {
            set |= ((met[condition][combination] >>> place) & 1) << condition;
        }
        return set;
    }

    /** Places at which exactly the conditions of a set are met. */
    private static long same(long[][] met, int combination, long set) {
        long places = -1;
        for (int condition = 0; condition < met.length; condition++) {
            long at = met[condition][combination];
            places &= (set >>> condition & 1) != 0 ? at : ~at;
        }
        return places;
    }

    /** Whether some atom has these conditions and not those. */
    boolean any(long met, long unmet) {
        return LongStream.of(sets).anyMatch(set -> (set & met) == met && (set & unmet) == 0);
    }

    /**
     * Conditions in groups within which no row meets two: each is in the first one that it can be in.
     *
     * @param conditions how many there are
     */
    List<List<Integer>> apart(int conditions) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < conditions; i++) {
            int condition = i;
            groups.stream()
                    .filter(group -> group.stream().noneMatch(other -> any(1L << condition | 1L << other, 0)))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(condition);
        }
        return groups;
    }

    /** One that is being put together. */
    private static final class Atom {
        private final IntStream.Builder which = IntStream.builder();
        private final LongStream.Builder places = LongStream.builder();
        private final DoubleStream.Builder chances = DoubleStream.builder();

        void add(int combination, long at, double each) {
            which.add(combination);
            places.add(at);
            chances.add(each * Long.bitCount(at));
        }

        ConditionedRows.Part part() {
            return new ConditionedRows.Part(
                    1,
                    Lottery.of(chances.build().toArray()),
                    which.build().toArray(),
                    places.build().toArray());
        }
    }
}

package io.understudy.jobs.stage;

import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.random.Lottery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Conditions of which a row meets one at most: the rows of each are a part of the table, and those that meet none another. */
record Apart(Possible possible) {

    /**
     * What is drawn.
     *
     * @throws ConfigurationException where a condition cannot be met
     */
    Conditioning.Drawn drawn(Conditioning.Wanted wanted) {
        int conditions = possible.parts().size();
        Amounts amounts =
                wanted.of(List.of(IntStream.range(0, conditions).boxed().toList()));
        List<ConditionedRows.Part> drawn = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < conditions; i++) {
            if (amounts.parts().get(i) > 0) {
                refusals.add(possible.refusal(i));
                drawn.add(part(amounts.parts().get(i), possible.met()[i], possible.refusal(i)));
            }
        }
        if (amounts.others() > 0) {
            String refusal = possible.refusal(amounts.others());
            refusals.add(refusal);
            drawn.add(part(amounts.others(), none(), refusal));
        }
        return new Conditioning.Drawn(
                new ConditionedRows(possible.leads(), drawn), possible.weights(), refusals, amounts);
    }

    private ConditionedRows.Part part(long rows, long[] met, String refusal) {
        double[] weights = possible.weights();
        int[] which = IntStream.range(0, met.length)
                .filter(combination -> met[combination] != 0 && weights[combination] > 0)
                .toArray();
        double[] chances = Arrays.stream(which)
                .mapToDouble(combination -> weights[combination]
                        * Long.bitCount(met[combination])
                        / possible.leads().values())
                .toArray();
        if (Arrays.stream(chances).sum() < Conditioning.NOTHING) {
            throw new ConfigurationException(refusal);
        }
        long[] places = Arrays.stream(which).mapToLong(c -> met[c]).toArray();
        return new ConditionedRows.Part(rows, Lottery.of(chances), which, places);
    }

    /** Where none of the conditions is met. */
    private long[] none() {
        long[] none = new long[possible.weights().length];
        Arrays.fill(none, possible.everywhere());
        for (long[] part : possible.met()) {
            for (int combination = 0; combination < none.length; combination++) {
                none[combination] &= ~part[combination];
            }
        }
        return none;
    }
}

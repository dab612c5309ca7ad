package io.understudy.jobs.stage;

import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.RealRows;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Real rows that are published.
 *
 * @param real  how many there are
 * @param kinds predicates of which every synthetic row meets one: what it is to be like are the real rows that do. None
 *              where it is to be like all
 * @param trial whether what is assessed is no table to publish, but held-out rows of which cells were hidden and drawn
 */
record Beside(long real, List<String> kinds, boolean trial) {
    static final Beside NONE = new Beside(0, List.of(), false);

    Beside {
        kinds = List.copyOf(kinds);
    }

    static Beside of(Output output, SampleFile sample) {
        if (!(output.real() instanceof RealRows.Augmented)) {
            return new Beside(sample.real(), List.of(), sample.real() > 0);
        }
        List<String> predicates = output.conditions().exclusively();
        return new Beside(
                sample.real(),
                IntStream.range(0, predicates.size())
                        .filter(part -> sample.parts().get(part) > 0)
                        .mapToObj(predicates::get)
                        .toList(),
                false);
    }
}

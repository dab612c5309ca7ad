package io.understudy.jobs.stage;

import io.understudy.jobs.io.Reading;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.job.Source;
import io.understudy.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A job in words, for a person who wants to know before it runs. */
record Plan(Job job, Inputs inputs) {

    String text() {
        String held = job.holdout()
                .table()
                .map(table -> table.from())
                .orElseGet(() -> String.format(
                        Locale.ROOT, "%.0f %% of the input", 100 * job.holdout().fraction()));
        return String.join(
                "\n",
                "would run, reading no rows yet:",
                "  profile  " + job.input().from() + ": " + inputs.columns().size() + " columns ("
                        + inputs.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + "), "
                        + inputs.basis().version() + weight(),
                "  holdout  " + held
                        + (job.holdout().key().isEmpty()
                                ? ""
                                : ", by " + job.holdout().key()),
                "  fit      " + model() + ", k " + job.k(),
                "  sample   " + sample(),
                "  assess   gate "
                        + job.gate().preset().name().toLowerCase(Locale.ROOT).replace('_', '-') + ", "
                        + job.gate().rules().size() + " rules of the job's own",
                "  publish  " + job.output().format().name().toLowerCase(Locale.ROOT) + " to "
                        + job.output().to() + ", mode "
                        + job.output().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "  work     " + job.work(),
                "  report   " + job.report());
    }

    private String model() {
        List<Integer> leading = new ArrayList<>(new Asked(inputs).leading());
        leading.removeAll(inputs.kept());
        return job.model().type().name().toLowerCase(Locale.ROOT).replace('_', '-') + " closeness "
                + job.model().closeness()
                + job.model().segment().map(name -> " segments of " + name).orElse("")
                + (leading.isEmpty() ? "" : " led by " + named(leading));
    }

    private String named(List<Integer> columns) {
        return columns.stream().map(c -> inputs.columns().get(c).name()).collect(Collectors.joining(", "));
    }

    private String weight() {
        return job.weight()
                .map(name ->
                        "\n  weight   " + name + ": every row is learned as often as it stands for the mean of all;"
                                + " used up by that, not in the output")
                .orElse("");
    }

    private String sample() {
        if (job.output().real() instanceof RealRows.Imputed imputed) {
            return "all real rows of the input, with what is missing in "
                    + (imputed.columns().isEmpty() ? "any column" : String.join(", ", imputed.columns()))
                    + " drawn with seed " + job.seed();
        }
        return rows() + " rows with seed " + job.seed() + conditions();
    }

    private String rows() {
        if (job.output().real() instanceof RealRows.Augmented) {
            return "beside all real rows to learn from, as many as give the shares asked for,";
        }
        Optional<Source> table = job.output().conditions().table();
        if (table.isPresent()) {
            return "one for each row of " + Reading.name(table.get()) + ",";
        }
        return job.output().rows().isPresent()
                ? String.format(Locale.ROOT, "%,d", job.output().rows().getAsLong())
                : "as many as the input has";
    }

    private String conditions() {
        return job.output().conditions().parts().stream()
                .map(part -> ", "
                        + (part.share().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.4g of them",
                                        part.share().getAsDouble())
                                : part.rows().getAsLong())
                        + " where " + part.where())
                .collect(Collectors.joining());
    }
}

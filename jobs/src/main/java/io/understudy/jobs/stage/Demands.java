package io.understudy.jobs.stage;

import io.understudy.jobs.io.Reading;
import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.table.Frames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What the rows of an input must be like before anything is learned from them. */
record Demands(Inputs inputs) {

    /**
     * Checks all demands.
     *
     * @throws InputException naming the first that is not met
     */
    void check() {
        enoughRows();
        uniqueIdentifiers();
    }

    private Job job() {
        return inputs.job();
    }

    /**
     * Refuses tables too small to learn from.
     *
     * @throws InputException saying how many rows there are and how many are needed
     */
    private void enoughRows() {
        long rows = inputs.trainRows() + (job().holdout().table().isPresent() ? 0 : inputs.holdoutRows());
        if (rows == 0) {
            throw new InputException(Reading.name(job().input()) + " has no rows; there is nothing to learn from");
        }
        long needed = job().holdout().table().isPresent()
                ? 2L * job().k()
                : (long) Math.ceil(job().k()
                        / Math.min(
                                job().holdout().fraction(), (1 - job().holdout().fraction()) / 2));
        if (rows < needed) {
            throw new InputException(
                    Reading.name(job().input()) + " has " + rows + " rows, but k = " + job().k() + " needs at least "
                            + needed + " of them to learn from and to hold out; give more rows or lower k");
        }
        enoughEntities();
        boolean ofAnySize =
                job().holdout().table().isPresent() || job().weight().isPresent();
        if (inputs.holdoutRows() < job().k() && ofAnySize) {
            throw new InputException("the holdout has " + inputs.holdoutRows() + " rows, but k = " + job().k()
                    + " needs at least as many; give more rows or lower k");
        }
    }

    /**
     * Refuses tables in which so few entities have so many of the rows that nothing is that of k of them for certain.
     *
     * @throws InputException saying how many rows it would take
     */
    private void enoughEntities() {
        long shared = inputs.rowsOfK();
        if (shared > inputs.trainRows()) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "of the %,d rows to learn from, a value needs %,d to be that of k = %d %s",
                    inputs.trainRows(),
                    shared,
                    job().k(),
                    job().weight().map(this::tooHeavy).orElseGet(this::tooLarge)));
        }
    }

    private String tooLarge() {
        return String.format(
                Locale.ROOT,
                "entities for certain, since few of them (by holdout.key: %s) have very many rows; give more entities, leave out"
                        + " those that have most rows, or lower k",
                String.join(", ", job().holdout().key()));
    }

    private String tooHeavy(String weight) {
        return String.format(
                Locale.ROOT,
                "%s for certain, since few of them have very large weights (input.weight: %s), each of them counting as often as"
                        + " it stands for the mean of all; trim the largest weights, give more rows, or lower k",
                job().holdout().key().isEmpty()
                        ? "real rows"
                        : "entities (by holdout.key: "
                                + String.join(", ", job().holdout().key()) + ")",
                weight);
    }

    /**
     * Refuses columns that the job declares identifiers though they name no row, unless they name entities to hold out.
     *
     * @throws InputException saying how many values repeat
     */
    private void uniqueIdentifiers() {
        for (Map.Entry<String, ColumnOverride> column : job().columns().entrySet()) {
            boolean declared = column.getValue()
                    .kind()
                    .filter(ColumnOverride.Kind.IDENTIFIER::equals)
                    .isPresent();
            if (declared && !job().holdout().key().contains(column.getKey())) {
                requireUnique(column.getKey());
            }
        }
    }

    private void requireUnique(String name) {
        if (!Arrays.asList(inputs.schema().fieldNames()).contains(name)) {
            return;
        }
        org.apache.spark.sql.Column cell = inputs.input().col(Frames.quoted(name));
        long repeated = inputs.reading(() -> inputs.input()
                .filter(cell.isNotNull())
                .groupBy(cell)
                .count()
                .filter("count > 1")
                .count());
        if (repeated > 0) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "columns.%s.kind is identifier, but %,d of its values occur in more than one row; make it kind:"
                            + " category, or list it under holdout.key if it names an entity that has several rows",
                    name,
                    repeated));
        }
    }
}

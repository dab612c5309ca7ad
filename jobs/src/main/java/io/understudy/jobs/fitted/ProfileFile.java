package io.understudy.jobs.fitted;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Proposal;
import io.understudy.codec.Released;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.personal.Decision;
import io.understudy.jobs.personal.TreatedColumn;
import io.understudy.schema.Column;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the profile stage leaves: {@code profile.json}. Holds nothing that fewer than k rows have, and of what k rows have
 * only rounded counts: of the rows of the table alone the exact numbers are known.
 *
 * @param format  version of this file's form
 * @param basis   what it was made from
 * @param train   rows to learn from
 * @param holdout rows held out
 * @param outliers rows to learn from that are left out or clipped, as the job says; 0 where they are fewer than k
 * @param k       nothing that fewer rows have is in here
 * @param columns in table order
 */
public record ProfileFile(
        int format, Basis basis, long train, long holdout, long outliers, int k, List<Entry> columns) {
    /** The version of the form in which profiles are stored; others are refused. */
    public static final int FORMAT = 2;
    /** The name of the file in its folder. */
    public static final String NAME = "profile.json";

    /**
     * One column.
     *
     * @param kind       what it is taken for
     * @param reason     why
     * @param confidence 0 .. 1
     * @param missing    rows in which it is missing, {@linkplain Released rounded}
     * @param distinct   distinct values, estimated where there are very many
     * @param treatment  what is done with its values before they leave
     */
    public record Entry(
            String name,
            ColumnType type,
            boolean nullable,
            Kind kind,
            String reason,
            double confidence,
            long missing,
            long distinct,
            StoredCodec codec,
            Applied treatment) {

        /** Whether its values are the model's, not made up without it or treated. */
        public boolean modelled() {
            return kind.modelled() && treatment instanceof Applied.Nothing;
        }
    }

    /** An entry for a column, from what was proposed and what was decided. */
    public static Entry entry(Proposal proposal, Decision decision, Applied applied) {
        Column column = proposal.column();
        Kind decided = decision.kind();
        ColumnCounts counts = decision.counts();
        boolean own = decided == proposal.kind();
        return new Entry(
                column.name(),
                column.type(),
                column.nullable(),
                decided,
                own ? proposal.reason() : "the job file says so",
                own ? proposal.confidence() : 1,
                Released.count(counts.missing(), decision.k()),
                Math.round(counts.distinct()),
                StoredCodec.of(decision.codec()),
                applied);
    }

    /** In words what is done with the values of which columns, where anything is; empty where nothing is. */
    public String treatments() {
        return columns.stream()
                .filter(entry -> !(entry.treatment() instanceof Applied.Nothing))
                .map(entry -> entry.name() + " " + entry.treatment().words())
                .collect(Collectors.joining(", "));
    }

    /** What is done with the values of each column. */
    public List<TreatedColumn> treated() {
        return columns.stream()
                .map(entry -> new TreatedColumn(
                        entry.name(), entry.type(), entry.kind(), entry.codec().codec(), entry.treatment()))
                .toList();
    }

    /** The codecs of all columns, in the order of the table. */
    public TableCodec codec() {
        return new TableCodec(
                columns.stream()
                        .map(entry -> new Column(entry.name(), entry.type(), entry.nullable()))
                        .toList(),
                columns.stream().map(Entry::kind).toList(),
                IntStream.range(0, columns.size())
                        .mapToObj(c -> columns.get(c).codec().codec())
                        .toList());
    }

    /** The same of the columns, beside other rows. */
    public ProfileFile over(Basis other, long train, long holdout) {
        return new ProfileFile(format, other, train, holdout, outliers, k, columns);
    }

    /** As many rows as the input has: a held-out share is part of the input, a holdout table of its own is not. */
    public long rows() {
        return train + (basis.holdout().isEmpty() ? holdout : 0);
    }
}

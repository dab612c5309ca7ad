package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.codec.RealValues;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.table.SourceRows;
import io.understudy.schema.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether columns that no other check compares, since their values are to be made up, have values of rows that were learned from:
 * {@code privacy.real-values}, by column, the share of synthetic rows whose value some learned row has. The baseline is the share
 * of held-out rows of which that is true, which is 0 where every row has a value of its own.
 *
 * <p>Names and addresses are left out: they are made up from words that many people share.
 *
 * @param confidence of the intervals of all columns together, above 0 and below 1
 */
record RepeatedValues(Inputs inputs, double confidence) {
    private static final Set<Kind> COMPARED = EnumSet.of(
            Kind.IDENTIFIER, Kind.TEXT, Kind.EMAIL, Kind.PHONE, Kind.IBAN, Kind.CARD, Kind.NATIONAL_ID, Kind.IP);

    /** Positions of the columns that are looked at: of those that are made up, the ones whose values lead to a row. */
    static List<Integer> columns(Job job, ProfileFile profile) {
        List<ProfileFile.Entry> all = profile.columns();
        return IntStream.range(0, all.size())
                .filter(c -> COMPARED.contains(all.get(c).kind()))
                .filter(c -> !job.keptColumns().contains(all.get(c).name()))
                .boxed()
                .toList();
    }

    /** One pass over each table; of the learned rows' values a filter is kept that claims one other in two thousand. */
    List<Finding> measure(ProfileFile profile, SourceRows.Split real, Assessing.Candidate synthetic) {
        List<Integer> columns = columns(inputs.job(), profile);
        if (columns.isEmpty()) {
            return List.of();
        }
        RealValues learned = inputs.reading(() -> real.train().fold(gathering(profile, columns)));
        RealValues.Met met = new RealValues.Met(learned, profile.columns().size());
        List<Long> released =
                inputs.reading(() -> SourceRows.of(synthetic.table()).fold(met));
        List<Long> heldOut = inputs.reading(() -> real.holdout().fold(met));
        double z = Interval.z(confidence, columns.size());
        List<Finding> findings = new ArrayList<>();
        for (int column : columns) {
            double share = share(released.get(column), synthetic.rows());
            Interval interval = Interval.wilson(share, (double) synthetic.rows(), z);
            findings.add(new Finding(
                    "privacy",
                    "real-values",
                    profile.columns().get(column).name(),
                    share,
                    interval.low(),
                    interval.high(),
                    share(heldOut.get(column), profile.holdout())));
        }
        return findings;
    }

    private static RealValues.Gathering gathering(ProfileFile profile, List<Integer> columns) {
        return new RealValues.Gathering(IntStream.range(0, profile.columns().size())
                .mapToObj(c -> columns.contains(c) ? Math.max(1, profile.train()) : 0L)
                .toList());
    }

    private static double share(long part, long whole) {
        return (double) part / Math.max(1, whole);
    }
}

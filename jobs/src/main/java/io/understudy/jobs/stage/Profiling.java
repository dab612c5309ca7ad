package io.understudy.jobs.stage;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Inference;
import io.understudy.codec.Proposal;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.schema.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns what the columns of the training rows are and how to code them. */
record Profiling(Inputs inputs) {

    ProfileFile profile() {
        inputs.requireEnoughRows();
        inputs.requireUniqueIdentifiers();
        List<ColumnCounts> counts = inputs.learnedCounts();
        List<Proposal> proposals = new Inference(inputs.job().k()).propose(counts);
        TableCodec codec = learn(counts);
        List<ProfileFile.Entry> entries = IntStream.range(0, counts.size())
                .mapToObj(c -> ProfileFile.entry(
                        proposals.get(c),
                        codec.kinds().get(c),
                        new ProfileFile.Counted(
                                counts.get(c).missing(),
                                Math.round(counts.get(c).distinct())),
                        codec.codecs().get(c)))
                .toList();
        return new ProfileFile(
                ProfileFile.FORMAT,
                inputs.basis(),
                inputs.trainRows(),
                inputs.holdoutRows(),
                inputs.learning().outliers(),
                entries);
    }

    private TableCodec learn(List<ColumnCounts> counts) {
        Job job = inputs.job();
        try {
            return TableCodec.learn(counts, Settings.defaults().withK(job.k()).withKinds(kinds(job)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** The kinds that the job file decides, by column. */
    static Map<String, Kind> kinds(Job job) {
        return job.columns().entrySet().stream()
                .filter(column -> column.getValue().kind().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> kind(column.getValue().kind().get())));
    }

    private static Kind kind(ColumnOverride.Kind kind) {
        return Kind.valueOf(kind.name());
    }
}

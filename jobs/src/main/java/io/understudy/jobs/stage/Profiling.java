package io.understudy.jobs.stage;

import io.understudy.codec.ColumnCounts;
import io.understudy.codec.Inference;
import io.understudy.codec.Proposal;
import io.understudy.codec.Rare;
import io.understudy.codec.Settings;
import io.understudy.codec.TableCodec;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Treatment;
import io.understudy.jobs.personal.Decision;
import io.understudy.schema.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns what the columns of the training rows are and how to code them. */
record Profiling(Inputs inputs) {

    ProfileFile profile() {
        new Demands(inputs).check();
        List<ColumnCounts> counts = inputs.learnedCounts();
        List<Proposal> proposals = proposals(counts);
        TableCodec codec = learn(counts, proposals);
        List<ProfileFile.Entry> entries = IntStream.range(0, counts.size())
                .mapToObj(c -> entry(
                        proposals.get(c),
                        new Decision(
                                counts.get(c),
                                codec.kinds().get(c),
                                codec.codecs().get(c),
                                inputs.rowsOfK())))
                .toList();
        return new ProfileFile(
                ProfileFile.FORMAT,
                inputs.basis(),
                inputs.trainRows(),
                inputs.holdoutRows(),
                outliers(),
                inputs.rowsOfK(),
                entries);
    }

    private long outliers() {
        long outliers = inputs.learning().outliers();
        return outliers < inputs.rowsOfK() ? 0 : outliers;
    }

    private ProfileFile.Entry entry(Proposal proposal, Decision decision) {
        Optional<Treatment> asked = Optional.ofNullable(
                        inputs.job().columns().get(proposal.column().name()))
                .flatMap(ColumnOverride::treatment);
        return ProfileFile.entry(proposal, decision, decision.applied(asked));
    }

    /** What columns seem to be; of copies no value would seem to be anybody's own, so that rows are looked at once. */
    private List<Proposal> proposals(List<ColumnCounts> counts) {
        return inputs.job().weight().isEmpty()
                ? new Inference(inputs.rowsOfK()).propose(counts)
                : new Inference(inputs.job().k())
                        .propose(inputs.counts(inputs.sides().persons().train()));
    }

    private TableCodec learn(List<ColumnCounts> counts, List<Proposal> proposals) {
        Job job = inputs.job();
        Map<String, Kind> kinds = new HashMap<>();
        proposals.forEach(proposal -> kinds.put(proposal.column().name(), proposal.kind()));
        kinds.putAll(kinds(job));
        try {
            return TableCodec.learn(counts, settings(job).withKinds(kinds).withK(inputs.rowsOfK()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private static Settings settings(Job job) {
        return Settings.defaults().withKeptExtremes(keptExtremes(job)).withRare(rare(job));
    }

    private static Set<String> keptExtremes(Job job) {
        return job.columns().entrySet().stream()
                .filter(column -> column.getValue().extremes() == ColumnOverride.Extremes.KEEP)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Rare> rare(Job job) {
        return job.columns().entrySet().stream()
                .filter(column -> column.getValue().rare().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> Rare.valueOf(column.getValue().rare().get().name())));
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

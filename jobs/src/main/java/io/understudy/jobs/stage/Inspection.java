package io.understudy.jobs.stage;

import io.understudy.codec.Codec;
import io.understudy.codec.FormattedCodec;
import io.understudy.codec.LabelCodec;
import io.understudy.codec.OrderedCodec;
import io.understudy.codec.ShapeCodec;
import io.understudy.jobs.fitted.Basis;
import io.understudy.jobs.fitted.Learned;
import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Treatment.KeySource;
import io.understudy.jobs.personal.Applied;
import io.understudy.jobs.seal.Envelope;
import io.understudy.jobs.seal.SealKey;
import io.understudy.model.bayes.BayesianNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** What a stored model holds, for a person: counts of values, never the values. */
public final class Inspection {
    private final Learned learned;
    private final Folder folder;
    private final String name;

    private Inspection(Learned learned, Folder folder, String name) {
        this.learned = learned;
        this.folder = folder;
        this.name = name;
    }

    /** Of the model of a job. */
    public static Inspection of(Job job) {
        return new Inspection(Learned.of(job.model()), Learned.folder(Sessions.open(), job), ModelFile.NAME);
    }

    /** Of the model at a path: its file, or the folder it lies in. */
    public static Inspection of(String path, Optional<KeySource> key) {
        SparkSession spark = Sessions.open();
        Learned learned = new Learned(new Envelope(key.map(source -> SealKey.of(source, System.getenv()))));
        Folder folder = Folder.of(spark, path);
        if (folder.exists(ModelFile.NAME)) {
            return new Inspection(learned, folder, ModelFile.NAME);
        }
        Path file = new Path(path);
        Path above = Optional.ofNullable(file.getParent()).orElse(new Path("."));
        return new Inspection(learned, Folder.of(spark, above.toString()), file.getName());
    }

    /**
     * The model in words.
     *
     * @throws InputException                                if there is none, or it is damaged or of another version
     * @throws io.understudy.jobs.job.ConfigurationException if it is encrypted and the key does not open it
     */
    public String text() {
        String where = folder.path(name);
        byte[] bytes = folder.exists() ? folder.read(name).orElseThrow(() -> missing(where)) : absent(where);
        ModelFile file = learned.model(where, bytes)
                .filter(read -> read.format() == ModelFile.FORMAT)
                .orElseThrow(() ->
                        new InputException(where + " is of another version of Understudy; run understudy fit again"));
        List<String> lines = new ArrayList<>(head(where, bytes, file));
        lines.addAll(table(columns(file)));
        lines.add("");
        lines.add("Counts of rows are rounded to multiples of k. Values that fewer than k rows have are in no model;"
                + " where there were any, a code says so without them.");
        return String.join("\n", lines);
    }

    private static byte[] absent(String where) {
        throw missing(where);
    }

    private static InputException missing(String where) {
        return new InputException(
                "there is no model at " + where + "; run understudy fit first, or name another place");
    }

    private List<String> head(String where, byte[] bytes, ModelFile file) {
        ProfileFile profile = file.profile();
        Basis basis = profile.basis();
        return List.of(
                "model     " + where,
                line("size      %,d bytes, %s", bytes.length, learned.handling()),
                "sha256    " + Artifacts.hash(bytes),
                "family    " + file.asked().toLowerCase(Locale.ROOT).replace('_', '-'),
                line("rows      %,d learned from, %,d held out", profile.train(), profile.holdout()),
                line("k         %,d rows", profile.k()),
                "made up   " + madeUp(file),
                "input     " + basis.input() + ", " + basis.version(),
                "job       " + basis.job(),
                "");
    }

    /** Whether rows drawn from this file alone can have values of real ones in columns that are made up. */
    private static String madeUp(ModelFile file) {
        if (!file.unguarded().isEmpty()) {
            return "values of " + String.join(", ", file.unguarded())
                    + " may be those of real rows by chance; which are real is not in here, for the file is not encrypted";
        }
        return file.real().isEmpty()
                ? "no column"
                : line(
                        "%,d columns whose values keep clear of real ones; coarse filters of those are in here, so whoever"
                                + " opens it can raise the odds that a value is real up to 32 times",
                        file.real().size());
    }

    /** What is known of each column, in the order of the table; the first row are the titles. */
    private static List<List<String>> columns(ModelFile file) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "kind", "values kept", "suppressed", "leaves", "smallest leaf", "treatment"));
        List<ProfileFile.Entry> entries = file.profile().columns();
        for (int c = 0; c < entries.size(); c++) {
            ProfileFile.Entry entry = entries.get(c);
            Optional<BayesianNetwork.Conditional> tree = conditional(file, c);
            rows.add(List.of(
                    entry.name(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    kept(entry.codec().codec()),
                    suppressed(entry.codec().codec()),
                    tree.map(found -> line("%,d", found.leaves())).orElse("-"),
                    tree.map(found -> line("%,d rows", found.smallestLeaf())).orElse("-"),
                    entry.treatment() instanceof Applied.Nothing
                            ? ""
                            : entry.treatment().words()));
        }
        return rows;
    }

    private static Optional<BayesianNetwork.Conditional> conditional(ModelFile file, int variable) {
        return file.model().model() instanceof BayesianNetwork network
                ? network.conditionals().stream()
                        .filter(each -> each.variable() == variable)
                        .findFirst()
                : Optional.empty();
    }

    /** How many values of a column the model holds, and in what form. */
    private static String kept(Codec codec) {
        if (codec instanceof FormattedCodec formatted) {
            return kept(formatted.parts().keys())
                    + line(
                            " in one format, %,d texts",
                            formatted.parts().words().size());
        }
        if (codec instanceof LabelCodec labels) {
            return line("%,d texts", labels.parts().texts().size());
        }
        if (codec instanceof ShapeCodec shapes) {
            return line("%,d shapes, no text", shapes.parts().shapes().size());
        }
        if (codec instanceof OrderedCodec ordered) {
            return kept(ordered.parts());
        }
        return "none";
    }

    private static String kept(OrderedCodec.Parts parts) {
        int single = 0;
        for (int cell = 0; cell < parts.lows().length; cell++) {
            single += parts.lows()[cell] == parts.highs()[cell] ? 1 : 0;
        }
        return line("%,d values, %,d intervals", single, parts.lows().length - single);
    }

    private static String suppressed(Codec codec) {
        if (codec instanceof LabelCodec labels) {
            return labels.parts().rare() ? "rare texts" : "-";
        }
        if (codec instanceof FormattedCodec || codec instanceof OrderedCodec) {
            return "values and extremes in intervals";
        }
        return "all values";
    }

    private static List<String> table(List<List<String>> rows) {
        int[] width = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 0; i < width.length; i++) {
                        line.append(row.get(i))
                                .append(" ".repeat(width[i] - row.get(i).length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }

    private static String line(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}

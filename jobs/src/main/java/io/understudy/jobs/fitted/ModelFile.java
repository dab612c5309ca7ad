package io.understudy.jobs.fitted;

import io.understudy.codec.RealValues;
import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.copula.GaussianCopula;
import io.understudy.stat.BloomFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What the fit stage leaves, {@code model/model.understudy}: all there is to know to draw rows, but for the keys of
 * pseudonyms. JSON in gzip behind a line that says so.
 *
 * @param format  version of this file's form
 * @param profile how columns are coded, and what is done with their values
 * @param schema  what the rows look like, in Spark's JSON
 * @param real    {@linkplain RealValues#coarse coarse} filters of the values not to make up, by position of the column; a file
 *                that is not encrypted has none, for they tell of every single row
 * @param asked   family and settings, as the job file asks for them
 * @param model   the fitted distribution
 */
public record ModelFile(
        int format,
        ProfileFile profile,
        String schema,
        Map<Integer, BloomFilter.Parts> real,
        String asked,
        Stored model) {
    /** The version of the form in which models are stored; others are refused. */
    public static final int FORMAT = 4;
    /** The name of the file in its folder. */
    public static final String NAME = "model.understudy";

    public ModelFile {
        real = Map.copyOf(real);
    }

    /** A model in the form in which it is stored; one record a family. */
    public sealed interface Stored {
        Model model();

        static Stored of(Model model) {
            return model instanceof GaussianCopula copula
                    ? new Copula(copula)
                    : new TreeNetwork((BayesianNetwork) model);
        }
    }

    record TreeNetwork(BayesianNetwork model) implements Stored {}

    record Copula(GaussianCopula model) implements Stored {}

    /** What the rows look like. */
    public StructType rowType() {
        return (StructType) DataType.fromJson(schema);
    }

    /** The values not to make up, as far as they are here. */
    public RealValues realValues() {
        return RealValues.of(real);
    }

    /** The same without the values not to make up. */
    public ModelFile withoutRealValues() {
        return new ModelFile(format, profile, schema, Map.of(), asked, model);
    }

    /** Names of the columns whose values are made up and may be those of real rows, for nothing here tells which are. */
    public List<String> unguarded() {
        List<ProfileFile.Entry> columns = profile.columns();
        return IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).codec().codec().invents() && !real.containsKey(c))
                .mapToObj(c -> columns.get(c).name())
                .toList();
    }
}

package io.understudy.jobs.fitted;

import io.understudy.codec.RealValues;
import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import io.understudy.model.copula.GaussianCopula;
import io.understudy.stat.BloomFilter;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What the fit stage leaves, {@code model/model.understudy}: all there is to know to draw rows, but for the keys of
 * pseudonyms. JSON in gzip behind a line that says so.
 *
 * @param format  version of this file's form
 * @param profile how columns are coded, and what is done with their values
 * @param schema  what the rows look like, in Spark's JSON
 * @param real    {@linkplain RealValues#coarse coarse} filters of the values not to make up, by position of the column
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
    public static final int FORMAT = 3;
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

    /** The values not to make up. */
    public RealValues realValues() {
        return RealValues.of(real);
    }
}

package io.understudy.jobs.fitted;

import io.understudy.codec.RealValues;
import io.understudy.codec.TableCodec;
import io.understudy.domain.Block;
import io.understudy.jobs.personal.Treatments;
import io.understudy.model.Model;
import io.understudy.raw.RawBlock;
import java.io.Serializable;
import java.util.List;
import org.apache.logging.log4j.LogManager;

/**
 * All that the rows of one synthetic table are drawn from.
 *
 * <p>Law: row {@code r} is a function of (model, values to avoid, seed, r, rows in total), whoever draws it, alone or among others,
 * in whole or a few columns of it. Values to avoid, and how many rows there are in total, matter only where a made-up value is a
 * real one and gives way to another.
 *
 * @param making seed, size and values to avoid
 */
public record Drawing(Model model, TableCodec codec, Treatments treatments, TableCodec.Making making)
        implements Serializable {

    /**
     * Prepares to draw from a model and nothing else: made-up values avoid those of real rows as far as the model holds them, and the
     * log says where it does not.
     *
     * @param rows how many the whole table has
     * @throws io.understudy.jobs.job.ConfigurationException if the key of a pseudonym is missing
     */
    public static Drawing of(ModelFile file, long seed, long rows) {
        if (!file.unguarded().isEmpty()) {
            LogManager.getLogger(Drawing.class)
                    .warn(
                            "Made-up values of {} may be those of real rows by chance: this model is not encrypted, so it does"
                                    + " not hold which values real rows have. A job that reads its input, and a model that was"
                                    + " fitted with model.key, keep clear of them.",
                            String.join(", ", file.unguarded()));
        }
        return of(file.model().model(), file.profile(), new TableCodec.Making(seed, file.realValues(), rows));
    }

    /** Prepares to draw from a model that is not stored. */
    public static Drawing of(Model model, ProfileFile profile, TableCodec.Making making) {
        // What goes to the executors must not take the whole profile along.
        RealValues real = making.real();
        Treatments treatments = Treatments.of(
                profile.treated(),
                System.getenv(),
                (column, text) -> real.column(column).text(text));
        return new Drawing(model.ready(), profile.codec(), treatments, making);
    }

    /** The rows that a block of codes stands for. */
    public RawBlock decode(Block codes) {
        RawBlock rows = codec.decode(codes, making.seed(), making.real(), making.total());
        return treatments.synthetic(rows, codes.numbers().at(0), making.seed());
    }

    /**
     * Some columns of the rows that meet a condition.
     *
     * @param columns positions in the table, in the order in which they are wanted
     */
    public Projection project(List<Integer> columns, Condition where) {
        return new Projection(this, columns, where);
    }
}

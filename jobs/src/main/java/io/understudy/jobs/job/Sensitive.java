package io.understudy.jobs.job;

import java.util.List;
import java.util.Optional;

/**
 * Which columns the checks look at with a question of their own; nothing here changes what is learned or drawn.
 *
 * @param columns          what nobody may learn of a person, and by which groups are told apart
 * @param quasiIdentifiers what others may know of a person from elsewhere
 * @param target           the column that models trained on the table are to predict
 */
public record Sensitive(List<String> columns, List<String> quasiIdentifiers, Optional<String> target) {
    /** A job that declares nothing. */
    public static final Sensitive NONE = new Sensitive(List.of(), List.of(), Optional.empty());

    public Sensitive {
        columns = List.copyOf(columns);
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
    }
}

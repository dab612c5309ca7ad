package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import java.util.List;
import java.util.stream.Stream;

/** What some checks have measured, and what there is to look at. */
record Seen(List<Finding> findings, Pictures pictures) {
    static final Seen NOTHING = new Seen(List.of(), Pictures.NONE);

    /** Both; columns and pairs are drawn once. */
    Seen and(Seen more) {
        Pictures drawn = pictures.columns().isEmpty() ? more.pictures : pictures;
        return new Seen(join(findings, more.findings), drawn.with(join(pictures.curves(), more.pictures.curves())));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}

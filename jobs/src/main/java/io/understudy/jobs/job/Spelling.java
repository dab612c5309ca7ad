package io.understudy.jobs.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the job file spells the constants of an enum: {@code REPLACE_WHERE} is {@code replace-where}. */
public final class Spelling {

    private Spelling() {}

    /** The job file's word for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The job file's words for all constants of an enum, in their declared order. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }
}

package io.understudy.jobs.stage;

import java.util.Optional;

/** Which Understudy this is. */
final class Version {
    /** From the jar's manifest; "development" where classes run without a jar. */
    static final String OURS = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}

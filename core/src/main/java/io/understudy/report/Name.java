package io.understudy.report;

import io.understudy.check.Finding;

/**
 * How a finding is called and written.
 *
 * @param finding  {@code check.metric}
 * @param title    in words
 * @param unit     of its numbers
 * @param range    between what its numbers lie, in words
 * @param baseline what its baseline is
 */
record Name(String finding, String title, Unit unit, String range, String baseline) {

    /** With the range that its unit has. */
    Name(String finding, String title, Unit unit, String baseline) {
        this(finding, title, unit, unit.range(), baseline);
    }

    /** What is compared with nothing is its own baseline. */
    static final String ITSELF = "the same";

    /** Whether the baseline says something that the value does not. */
    boolean compared() {
        return !baseline.equals(ITSELF);
    }

    /** The name that a finding has in words; its own where there are none. */
    static Name of(Finding finding) {
        return Meaning.of(finding.name())
                .map(Meaning::name)
                .orElseGet(() -> new Name(finding.name(), finding.name(), Unit.PLAIN, "baseline"));
    }
}

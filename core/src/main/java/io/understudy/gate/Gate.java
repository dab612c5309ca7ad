package io.understudy.gate;

import io.understudy.check.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides from findings alone whether a synthetic table may be published: it may if no rule is breached.
 *
 * <p>Fails closed: a finding that a rule needs and nobody measured is a breach, and so is a number that is not one.
 *
 * @param rules in the order in which breaches are reported
 * @param doubt what becomes of findings that decide nothing
 */
public record Gate(List<Rule> rules, Doubt doubt) {
    private static final double FALSE_ALARMS = 0.05;

    public Gate {
        rules = List.copyOf(rules);
    }

    /** A gate that reports what decides nothing. */
    public Gate(List<Rule> rules) {
        this(rules, Doubt.REPORTED);
    }

    /** This gate with more rules, of a job file for instance. */
    public Gate and(List<Rule> more) {
        return new Gate(Stream.concat(rules.stream(), more.stream()).toList(), doubt);
    }

    /**
     * The confidence that intervals need so that all privacy rules together raise a false alarm in at most 5 % of
     * harmless tables (Bonferroni).
     */
    public double confidence() {
        long tests = rules.stream().filter(Rule::guardsPrivacy).count();
        return 1 - FALSE_ALARMS / Math.max(1, tests);
    }

    /** Every rule that does not hold, in the order of the rules; empty where the table may be published. */
    public List<Breach> breaches(List<Finding> findings) {
        return rules.stream().flatMap(rule -> breaches(rule, findings)).toList();
    }

    private Stream<Breach> breaches(Rule rule, List<Finding> findings) {
        List<Finding> concerned = findings.stream()
                .filter(finding -> finding.name().equals(rule.finding()))
                .toList();
        if (concerned.isEmpty()) {
            return Stream.of(Breach.unmeasured(rule));
        }
        return concerned.stream()
                .filter(finding -> refusesAsUndecided(finding) || !rule.holds(finding))
                .map(finding ->
                        finding.inconclusive() ? Breach.undecided(rule, finding) : Breach.broken(rule, finding));
    }

    private boolean refusesAsUndecided(Finding finding) {
        return doubt == Doubt.REFUSED && finding.inconclusive();
    }
}

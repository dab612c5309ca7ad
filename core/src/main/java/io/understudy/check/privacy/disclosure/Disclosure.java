package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * What the synthetic table discloses to someone who knows a person's quasi-identifiers. A class are the rows that agree in all
 * of them.
 *
 * <p>Findings, all of check {@code privacy}, from one pass over each table:
 * <ul>
 *   <li>{@code replicated-uniques}: of training rows whose combination no other real row has, the share whose combination
 *       exactly one synthetic row has (as synthpop's repU, but relative to the uniques); baseline: of held-out rows.
 *   <li>{@code rare-combinations}: of training rows whose combination fewer than k real rows have, the share whose
 *       combination some synthetic row has; baseline: of held-out rows. {@code rare-combinations-count}: how many such
 *       combinations; baseline: how many there would be at the share of the held-out rows.
 *   <li>{@code attribute-disclosure}, by sensitive column: see {@link AttributeDisclosure}; baseline: of held-out rows.
 *   <li>{@code k-anonymity}: share of synthetic rows in classes of fewer than k rows. {@code l-diversity}, by sensitive
 *       column: in classes with a single value. {@code t-closeness}, by sensitive column: the distance from the whole table
 *       within which the classes of 95 % of the rows lie. Baseline of all three: training and held-out rows together.
 * </ul>
 *
 * <p>Above {@value #MOST} different combinations and values a seeded sample of the combinations is looked at, alike in all
 * tables and with all their rows; intervals are wider then. Findings with a control are inconclusive below 20 trials.
 *
 * @param quasiIdentifiers names of variables
 * @param sensitive        names of variables
 * @param k                combinations of fewer rows are rare
 * @param confidence       of the intervals, above 0 and below 1
 */
public record Disclosure(List<String> quasiIdentifiers, List<String> sensitive, int k, double confidence)
        implements Check {
    static final String NAME = "privacy";
    private static final int MOST = 1 << 19;

    public Disclosure {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        sensitive = List.copyOf(sensitive);
        Interval.z(confidence);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Measures.
     *
     * @throws IllegalArgumentException if the tables have no variable of one of the names
     */
    @Override
    public List<Finding> measure(Assessed tables) {
        return measure(tables, MOST);
    }

    /** With room for so many entries a table. */
    List<Finding> measure(Assessed tables, int most) {
        Space space = tables.space();
        List<Sensitive> columns = sensitive.stream()
                .map(name -> Sensitive.of(space, variable(space.domain(), name)))
                .toList();
        List<Integer> keys = quasiIdentifiers.stream()
                .map(name -> variable(space.domain(), name))
                .toList();
        return findings(Tables.count(tables, new CountCombinations(keys, columns, most)), columns);
    }

    private List<Finding> findings(Tables counted, List<Sensitive> columns) {
        double z = Interval.z(confidence);
        Diversity diversity = new Diversity(counted, k, z);
        AttributeDisclosure disclosure = new AttributeDisclosure(counted, z);
        List<Finding> findings = new ArrayList<>(new Reproduction(counted, k, z).findings());
        findings.add(diversity.anonymity());
        for (int c = 0; c < columns.size(); c++) {
            findings.add(disclosure.finding(c, sensitive.get(c)));
            findings.addAll(diversity.ofColumn(c, columns.get(c), sensitive.get(c)));
        }
        return findings;
    }

    private static int variable(Domain domain, String name) {
        for (int v = 0; v < domain.width(); v++) {
            if (domain.variable(v).name().equals(name)) {
                return v;
            }
        }
        throw new IllegalArgumentException("no variable " + name + " to measure disclosure by");
    }
}

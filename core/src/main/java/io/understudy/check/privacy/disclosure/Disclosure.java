package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the synthetic table discloses to someone who knows a person's quasi-identifiers. A class are the rows that agree in all
 * of them; its members are the rows, but where it is known whose real rows are, real classes have entities for members: ten rows
 * of one person are one person, and hide nobody. Synthetic rows are nobody's and stand for themselves. An entity is a member of
 * every class in which it has a row, and has in it every value that one of its rows has there.
 *
 * <p>Findings, all of check {@code privacy}, from one pass over each table:
 * <ul>
 *   <li>{@code replicated-uniques}: of training members whose combination no other real member has, the share whose combination
 *       synthetic rows have, but no more of them than the member has rows: exactly one where it has one (as synthpop's repU, but
 *       relative to the uniques); baseline: of held-out members.
 *   <li>{@code rare-combinations}: of training members whose combination fewer than k real members have, the share whose
 *       combination some synthetic row has; baseline: of held-out members. {@code rare-combinations-count}: how many such
 *       combinations; baseline: how many there would be at the share of the held-out members.
 *   <li>{@code attribute-disclosure}, by sensitive column: see {@link AttributeDisclosure}; baseline: of held-out members.
 *   <li>{@code k-anonymity}: share of synthetic rows in classes of fewer than k rows. {@code l-diversity}, by sensitive
 *       column: in classes with a single value. {@code t-closeness}, by sensitive column: the distance from the whole table
 *       within which the classes of 95 % of the rows lie. Baseline of all three: the same of training and held-out members
 *       together.
 * </ul>
 *
 * <p>Names that the tables have no variable of are of columns that are made up: no real combination or value can come back by
 * them. They are left out of the combinations, and disclose nothing.
 *
 * <p>Above {@value #MOST} different combinations and values a seeded sample of the combinations is looked at, alike in all
 * tables and with all their rows; intervals are wider then. Findings with a control are inconclusive below 20 trials.
 *
 * @param quasiIdentifiers names of variables
 * @param sensitive        names of variables
 * @param k                combinations of fewer members are rare
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

    @Override
    public List<Finding> measure(Assessed tables) {
        return measure(tables, MOST);
    }

    /** With room for so many entries a table. */
    List<Finding> measure(Assessed tables, int most) {
        Space space = tables.space();
        List<String> named = sensitive.stream()
                .filter(name -> !quasiIdentifiers.contains(name))
                .filter(name -> variable(space.domain(), name).isPresent())
                .toList();
        List<Sensitive> columns = named.stream()
                .map(name -> Sensitive.of(space, variable(space.domain(), name).getAsInt()))
                .toList();
        List<Integer> keys = quasiIdentifiers.stream()
                .flatMapToInt(name -> variable(space.domain(), name).stream())
                .boxed()
                .toList();
        List<Finding> findings =
                findings(Tables.count(tables, new CountCombinations(keys, columns, most)), columns, named);
        sensitive.stream()
                .filter(name -> !named.contains(name))
                .map(Disclosure::notCompared)
                .forEach(findings::add);
        return findings;
    }

    /** Of a sensitive column that is made up, or is known anyway, there is nothing to read. */
    private static Finding notCompared(String name) {
        return new Finding(NAME, AttributeDisclosure.METRIC, name, 0, 0, 0, 0);
    }

    private List<Finding> findings(Tables counted, List<Sensitive> columns, List<String> names) {
        double z = Interval.z(confidence);
        Diversity diversity = new Diversity(counted, k, z);
        AttributeDisclosure disclosure = new AttributeDisclosure(counted, z);
        List<Finding> findings = new ArrayList<>(new Reproduction(counted, k, z).findings());
        findings.add(diversity.anonymity());
        for (int c = 0; c < columns.size(); c++) {
            findings.add(disclosure.finding(c, names.get(c)));
            findings.addAll(diversity.ofColumn(c, columns.get(c), names.get(c)));
        }
        return findings;
    }

    private static OptionalInt variable(Domain domain, String name) {
        return IntStream.range(0, domain.width())
                .filter(v -> domain.variable(v).name().equals(name))
                .findFirst();
    }
}

package io.understudy.check.privacy.disclosure;

import java.util.Arrays;

/**
 * How far the distribution of a sensitive column within a class is from that in the whole table: the earth mover's distance of
 * t-closeness (Li, Li and Venkatasubramanian, ICDE 2007), 0 .. 1. Labels are all equally far apart; between numbers the
 * distance is that of their groups, of which a missing value is the lowest.
 */
final class Closeness {
    private final Classes.Values values;
    private final double[] whole;
    private final boolean ordered;

    Closeness(Classes classes, int column, Sensitive sensitive) {
        values = classes.values(column);
        ordered = sensitive.ordered();
        long[] counts = new long[sensitive.groups().count()];
        for (int i = 0; i < values.groups().length; i++) {
            counts[values.groups()[i]] += values.counts()[i];
        }
        double total = Arrays.stream(counts).sum();
        whole = Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
    }

    double distance(int of) {
        double members = 0;
        for (int i = values.offset()[of]; i < values.offset()[of + 1]; i++) {
            members += values.counts()[i];
        }
        return ordered ? orderedDistance(of, members) : equalDistance(of, members);
    }

    /** The mass that the class has more of: half the sum of all differences. */
    private double equalDistance(int of, double members) {
        double sum = 0;
        for (int i = values.offset()[of]; i < values.offset()[of + 1]; i++) {
            sum += Math.max(0, values.counts()[i] / members - whole[values.groups()[i]]);
        }
        return sum;
    }

    private double orderedDistance(int of, double members) {
        double difference = 0;
        double sum = 0;
        int at = values.offset()[of];
        for (int group = 0; group < whole.length; group++) {
            boolean here = at < values.offset()[of + 1] && values.groups()[at] == group;
            difference += (here ? values.counts()[at++] / members : 0) - whole[group];
            sum += Math.abs(difference);
        }
        return sum / Math.max(1, whole.length - 1);
    }
}

package io.understudy.check.membership;

import io.understudy.check.Curve;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Risk;
import io.understudy.stat.LongCounts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a score tells members from others, from counts of scores alone; a higher score speaks for a member.
 *
 * <p>All intervals hold where members and others are independent draws.
 */
final class Roc {
    private static final String NAME = "privacy";
    private static final double PERCENT = 0.01;
    private static final int POINTS = 200;
    private static final double PERMILLE = 0.001;

    /** By score, ascending. */
    private final long[] members;

    private final long[] others;
    private final long allMembers;
    private final long allOthers;

    private Roc(long[] members, long[] others) {
        this.members = members;
        this.others = others;
        this.allMembers = sum(members);
        this.allOthers = sum(others);
    }

    /** @param members rows of each score */
    static Roc of(LongCounts members, LongCounts others) {
        LongCounts both = new LongCounts().merge(members).merge(others);
        long[] scores = both.sortedKeys();
        long[] in = new long[scores.length];
        long[] out = new long[scores.length];
        for (int i = 0; i < scores.length; i++) {
            in[i] = members.get(scores[i]);
            out[i] = others.get(scores[i]);
        }
        return new Roc(in, out);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Members or others, whichever are fewer. */
    long fewest() {
        return Math.min(allMembers, allOthers);
    }

    /**
     * All that is found about one attack.
     *
     * @param metric  what the names of the findings begin with
     * @param attacks how many such attacks there are, whose intervals are to hold together
     */
    List<Finding> findings(String metric, String subject, double confidence, int attacks) {
        double z = Interval.z(confidence, attacks);
        return Stream.of(
                        auc(metric + "-auc", subject, z),
                        caught(metric + "-tpr-percent", subject, PERCENT, z),
                        caught(metric + "-tpr-permille", subject, PERMILLE, z),
                        exposed(metric + "-exposed", subject, z))
                .map(finding -> finding.decidedBy(fewest(), Risk.LEAST_ATTACKS))
                .toList();
    }

    /** The chance that a member scores higher than another, ties counting half, with its variance by DeLong et al. (1988). */
    Finding auc(String metric, String subject, double z) {
        if (fewest() < 2) {
            return new Finding(NAME, metric, subject, 0.5, 0, 1, 0.5);
        }
        double area = area();
        long membersBelow = 0;
        long othersBelow = 0;
        double spreadOfMembers = 0;
        double spreadOfOthers = 0;
        for (int i = 0; i < members.length; i++) {
            double beaten = (othersBelow + others[i] / 2.0) / allOthers - area;
            double beating = (allMembers - membersBelow - members[i] / 2.0) / allMembers - area;
            spreadOfMembers += members[i] * beaten * beaten;
            spreadOfOthers += others[i] * beating * beating;
            membersBelow += members[i];
            othersBelow += others[i];
        }
        double variance =
                spreadOfMembers / (allMembers - 1) / allMembers + spreadOfOthers / (allOthers - 1) / allOthers;
        double half = z * Math.sqrt(variance);
        return new Finding(NAME, metric, subject, area, Math.max(0, area - half), Math.min(1, area + half), 0.5);
    }

    /**
     * The curve itself: what share of members lies above a score, over what share of others does. About {@value #POINTS}
     * points, evenly spaced along the curve.
     */
    Curve curve(String metric, String line) {
        double[] x = new double[members.length + 1];
        double[] y = new double[members.length + 1];
        int points = 1;
        long in = 0;
        long out = 0;
        double next = 2.0 / POINTS;
        for (int i = members.length - 1; i >= 0 && fewest() > 0; i--) {
            in += members[i];
            out += others[i];
            x[points] = (double) out / allOthers;
            y[points] = (double) in / allMembers;
            if (x[points] + y[points] >= next || i == 0) {
                next = x[points] + y[points] + 2.0 / POINTS;
                points++;
            }
        }
        return new Curve(NAME, metric, line, Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    private double area() {
        long othersBelow = 0;
        double wins = 0;
        for (int i = 0; i < members.length; i++) {
            wins += members[i] * (othersBelow + others[i] / 2.0);
            othersBelow += others[i];
        }
        return wins / allMembers / allOthers;
    }

    /**
     * The share of members that score so high that only a share {@code alarms} of others does. The interval covers the
     * sampling of both: its ends are taken where the share of others is below, or above, {@code alarms} for certain.
     */
    Finding caught(String metric, String subject, double alarms, double z) {
        long in = 0;
        long out = 0;
        double value = 0;
        double low = 0;
        double high = 1;
        boolean passed = false;
        for (int i = members.length - 1; i >= 0 && !passed; i--) {
            double room = alarms * allOthers - out;
            value += room < 0 ? 0 : members[i] * (others[i] == 0 ? 1 : Math.min(1, room / others[i]));
            in += members[i];
            out += others[i];
            Interval falsely = Interval.wilson((double) out / allOthers, (double) allOthers, z);
            Interval truly = Interval.wilson((double) in / allMembers, (double) allMembers, z);
            low = falsely.high() <= alarms ? Math.max(low, truly.low()) : low;
            passed = falsely.low() >= alarms;
            high = truly.high();
        }
        double share = fewest() == 0 ? 0 : value / allMembers;
        return new Finding(
                NAME, metric, subject, share, Math.min(low, share), fewest() == 0 ? 1 : Math.max(high, share), alarms);
    }

    /**
     * How many members score higher than any other row; the baseline is the number that chance gives, one in as many as
     * there are others. The interval is that of a share: it does not cover the sampling of the others.
     */
    Finding exposed(String metric, String subject, double z) {
        long beyond = 0;
        for (int i = members.length - 1; i >= 0 && others[i] == 0; i--) {
            beyond += members[i];
        }
        double share = allMembers == 0 ? 0 : (double) beyond / allMembers;
        Interval interval = Interval.wilson(share, (double) allMembers, z);
        return new Finding(
                NAME,
                metric,
                subject,
                beyond,
                interval.low() * allMembers,
                interval.high() * allMembers,
                (double) allMembers / (allOthers + 1));
    }
}

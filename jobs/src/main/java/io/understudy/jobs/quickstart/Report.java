package io.understudy.jobs.quickstart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an incident was reported, who saw it, and whether the police wrote a report.
 *
 * @param at UTC, never before the incident
 * @param policeReport null where nobody knows
 */
record Report(LocalDateTime at, byte witnesses, @Nullable Boolean policeReport) {
    private static final int MOST_WITNESSES = 9;
    private static final double LONGEST_DELAY_HOURS = 60 * 24;
    private static final double POLICE_UNKNOWN = 0.09;

    static Report draw(IncidentType type, Severity severity, LocalDateTime incident, Draws draws) {
        double hours = Math.min(LONGEST_DELAY_HOURS, draws.logNormal(usualDelayHours(type), 1.2));
        byte witnesses = poisson(usualWitnesses(type) * (Incident.night(incident) ? 0.4 : 1), draws);
        Boolean police = draws.chance(POLICE_UNKNOWN) ? null : draws.chance(policeCalled(type, severity));
        return new Report(incident.plusSeconds((long) (hours * 3600)), witnesses, police);
    }

    Instant instant() {
        return at.toInstant(ZoneOffset.UTC);
    }

    private static double usualDelayHours(IncidentType type) {
        return switch (type) {
            case THEFT, FIRE -> 10;
            case COLLISION, ANIMAL -> 20;
            case VANDALISM, WEATHER -> 36;
            case GLASS -> 70;
        };
    }

    private static double usualWitnesses(IncidentType type) {
        return switch (type) {
            case COLLISION -> 1.5;
            case FIRE -> 0.9;
            case ANIMAL, WEATHER -> 0.4;
            case THEFT, VANDALISM, GLASS -> 0.15;
        };
    }

    private static double policeCalled(IncidentType type, Severity severity) {
        return switch (type) {
            case THEFT -> 0.72;
            case VANDALISM, FIRE -> 0.5;
            case COLLISION, ANIMAL -> severity.compareTo(Severity.MAJOR) >= 0 ? 0.7 : 0.25;
            case WEATHER, GLASS -> 0.03;
        };
    }

    /** Knuth's product of uniforms; short, since the means are. */
    private static byte poisson(double mean, Draws draws) {
        double floor = StrictMath.exp(-mean);
        byte count = 0;
        double product = draws.uniform();
        while (product > floor && count < MOST_WITNESSES) {
            product *= draws.uniform();
            count++;
        }
        return count;
    }
}

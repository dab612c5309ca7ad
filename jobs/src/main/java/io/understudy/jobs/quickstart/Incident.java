package io.understudy.jobs.quickstart;

import io.understudy.jobs.quickstart.Draws.Stream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What happened, how badly, when (UTC, never before the policy's start) and how it was reported. */
record Incident(IncidentType type, Severity severity, LocalDateTime at, Report report) {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final int NIGHTFALL = 22;
    private static final int DAYBREAK = 5;

    static Incident of(long seed, long row, Contract contract) {
        Draws draws = new Draws(seed, Stream.INCIDENT, row);
        LocalDate start = contract.policy().start();
        IncidentType type = draws.pick(IncidentType.ALL, candidate -> candidate.frequency(contract));
        LocalDateTime at = type.rhythm().moment(start.isAfter(FIRST) ? start : FIRST, LAST, draws);
        double risk = contract.driving().risk();
        Severity severity = draws.pick(Severity.ALL, candidate -> candidate.frequency(type, night(at), risk));
        Report report = Report.draw(type, severity, at, new Draws(seed, Stream.REPORT, row));
        return new Incident(type, severity, at, report);
    }

    String typeLabel() {
        return type.label();
    }

    String severityLabel() {
        return severity.label();
    }

    Instant instant() {
        return at.toInstant(ZoneOffset.UTC);
    }

    boolean atNight() {
        return night(at);
    }

    /** From 22:00 to 4:59. */
    static boolean night(LocalDateTime at) {
        return at.getHour() >= NIGHTFALL || at.getHour() < DAYBREAK;
    }
}

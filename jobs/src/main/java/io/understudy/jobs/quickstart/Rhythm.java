package io.understudy.jobs.quickstart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** When incidents happen: relative frequencies, one digit per hour of a weekday, hour of a weekend day, and month. */
enum Rhythm {
    COMMUTE("111112598644445579853211", "321111111122333333333322", "765544444578"),
    NIGHT("765543211111111111223456", "999985321111111112334689", "444555665555"),
    STORM("111111111122345788754311", "111111111122345788754311", "111247998421"),
    DAYLIGHT("111112356666666665432111", "111111123333333322111111", "655544444556"),
    DUSK("222334964211111237986432", "222334964211111237986432", "433454333899");

    private static final double HIGHEST = 9;
    private static final double ON_THE_QUARTER = 0.4;

    private final String weekday;
    private final String weekend;
    private final String months;

    Rhythm(String weekday, String weekend, String months) {
        this.weekday = weekday;
        this.weekend = weekend;
        this.months = months;
    }

    /**
     * A moment from {@code first} to {@code last}, both included, by rejection of unlikely days.
     *
     * <p>Earlier days are likelier, so that many claims fall on young policies; people like to state quarters of an hour.
     */
    LocalDateTime moment(LocalDate first, LocalDate last, Draws draws) {
        LocalDate day = earlyDay(first, last, draws);
        while (!draws.chance(frequency(day))) {
            day = earlyDay(first, last, draws);
        }
        int hour = draws.position(weekendDay(day) ? weekend : weekday);
        LocalTime time = draws.chance(ON_THE_QUARTER)
                ? LocalTime.of(hour, 15 * draws.below(4))
                : LocalTime.of(hour, draws.below(60), draws.below(60));
        return day.atTime(time);
    }

    private static LocalDate earlyDay(LocalDate first, LocalDate last, Draws draws) {
        double early = StrictMath.pow(draws.uniform(), 1.8);
        return first.plusDays((long) (early * (last.toEpochDay() - first.toEpochDay() + 1)));
    }

    /** Probability to keep a day, above 0: its month's, times its share of the week's busiest hours. */
    private double frequency(LocalDate day) {
        double month = (months.charAt(day.getMonthValue() - 1) - '0') / HIGHEST;
        String hours = weekendDay(day) ? weekend : weekday;
        double busy = hours.chars().map(digit -> digit - '0').sum() / (HIGHEST * hours.length());
        return month * busy;
    }

    private static boolean weekendDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}

package io.understudy.jobs.quickstart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Who a customer is. The first name depends on the sex. */
record Person(String firstName, String lastName, Sex sex, LocalDate birthDate) {
    private static final LocalDate LATEST_BIRTH = LocalDate.of(2005, 12, 31);
    private static final double AGE_SPAN_DAYS = 65 * 365.25;
    private static final double TOWARDS_THE_YOUNG = 1.25;
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);

    static Person draw(Draws draws) {
        Sex sex = draws.pick(Sex.ALL, Sex::share);
        double older = AGE_SPAN_DAYS * StrictMath.pow(draws.uniform(), TOWARDS_THE_YOUNG);
        return new Person(Names.first(sex, draws), Names.last(draws), sex, LATEST_BIRTH.minusDays((long) older));
    }

    String fullName() {
        return firstName + " " + lastName;
    }

    String sexLabel() {
        return sex.name();
    }

    /** Age in years at the start of 2024, the day to which income and credit score refer; at least 18. */
    int age() {
        return ageOn(TODAY);
    }

    int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(birthDate, day);
    }
}

package io.understudy.jobs.quickstart;

/**
 * The insured vehicle and the year it was built.
 *
 * <p>A customer buys a model near {@link #SHARE_OF_INCOME} of the income, the poorer the older.
 */
record Vehicle(Model model, int year) {
    private static final double SHARE_OF_INCOME = 0.6;
    private static final double SPREAD = 0.45;
    private static final double OUT_OF_REACH = 0.01;
    private static final int OLDEST = 25;
    private static final double VALUE_KEPT_PER_YEAR = 0.87;

    static Vehicle draw(Finances finances, int lastYear, Draws draws) {
        Model model = draws.pick(Model.ALL, candidate -> affordability(candidate, finances));
        double poverty = Math.min(1.5, 30_000 / finances.income());
        int age = (int) Math.min(OLDEST, draws.exponential(2 + 5 * poverty));
        return new Vehicle(model, lastYear - age);
    }

    String make() {
        return model.make();
    }

    String modelName() {
        return model.name();
    }

    int ageIn(int calendarYear) {
        return calendarYear - year;
    }

    /** What is left of the list price in a calendar year. */
    double valueIn(int calendarYear) {
        return model.price() * StrictMath.pow(VALUE_KEPT_PER_YEAR, ageIn(calendarYear));
    }

    private static double affordability(Model model, Finances finances) {
        double distance = StrictMath.log(model.price() / (SHARE_OF_INCOME * finances.income())) / SPREAD;
        return OUT_OF_REACH + StrictMath.exp(-distance * distance / 2);
    }
}

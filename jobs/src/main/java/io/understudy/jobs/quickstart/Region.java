package io.understudy.jobs.quickstart;

/** An invented region: how its incomes compare with the country's, and how far apart things are. */
enum Region {
    NORTH_COAST("North Coast", 0.92, 1.10),
    HIGHLANDS("Highlands", 0.84, 1.45),
    LAKELAND("Lakeland", 0.98, 1.20),
    MIDVALE("Midvale", 1.05, 1.00),
    CAPITAL("Capital", 1.38, 0.60),
    SOUTH_PLAIN("South Plain", 0.95, 1.30);

    private final String label;
    private final double income;
    private final double distance;

    Region(String label, double income, double distance) {
        this.label = label;
        this.income = income;
        this.distance = distance;
    }

    String label() {
        return label;
    }

    /** Median income relative to the country's. */
    double income() {
        return income;
    }

    /** Distance driven relative to the country's; above 1.1 the region is rural. */
    double distance() {
        return distance;
    }

    boolean rural() {
        return distance > 1.1;
    }
}

package io.understudy.check;

/**
 * How often an attack succeeds, by Wilson's (1927) score: the middle of the interval, which is drawn towards one half where
 * attacks are few.
 *
 * @param value 0 .. 1
 * @param error half the width of the interval
 */
public record Rate(double value, double error) {

    /**
     * The rate of some successes in independent attacks. Without any attacks it is one half, give or take one half.
     *
     * @param successes 0 .. attacks; need not be whole where an attack succeeds in part
     * @param z         half the width of the interval in standard errors
     */
    public static Rate of(double successes, long attacks, double z) {
        if (attacks == 0) {
            return new Rate(0.5, 0.5);
        }
        double z2 = z * z;
        double share = successes / attacks;
        double variance = attacks * share * (1 - share) + z2 / 4;
        return new Rate((successes + z2 / 2) / (attacks + z2), z * Math.sqrt(Math.max(0, variance)) / (attacks + z2));
    }
}

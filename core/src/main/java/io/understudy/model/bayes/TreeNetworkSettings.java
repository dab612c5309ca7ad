package io.understudy.model.bayes;

import java.io.Serializable;

/**
 * How a tree network is fitted.
 *
 * @param minLeaf       entities in every leaf at least, at least k
 * @param price         nats that a split must gain on entities left out, beyond breaking even
 * @param leaning       how much more (above 1) or less leaves lean on their ancestors than predicts left-out entities best
 * @param maxParents    variables that one tree may ask about
 * @param rowsPerEntity rows of the entity of a row drawn at random, on average: what a row's evidence is divided by (the
 *                      design effect of clusters, Kish 1965, section 5.4, where rows of an entity are all alike); at least 1
 * @param rowsOfK       rows in every leaf at least, whatever they are worth: so many as no fewer than k entities have
 */
public record TreeNetworkSettings(
        int minLeaf, double price, double leaning, int maxParents, double rowsPerEntity, int rowsOfK)
        implements Serializable {
    private static final int MIN_LEAF = 28;
    private static final int MAX_PARENTS = 24;
    private static final double PRICE = 1.4;
    private static final double LEANING = 1.4;
    private static final double RANGE = 4;
    private static final int MAX_LEAVES = 4000;
    private static final int GROUPS = 12;
    private static final int GROWTH_ROWS = 250_000;
    private static final int GROWTH_CELLS = 20_000_000;

    public TreeNetworkSettings {
        if (minLeaf < 1 || maxParents < 0 || !(leaning > 0) || !(rowsPerEntity >= 1) || rowsOfK < 1) {
            throw new IllegalArgumentException(
                    "minLeaf must be at least 1, maxParents at least 0, leaning above 0, rowsPerEntity and rowsOfK at least 1,"
                            + " got " + minLeaf + ", " + maxParents + ", " + leaning + ", " + rowsPerEntity + " and "
                            + rowsOfK);
        }
    }

    /**
     * Settings for a place between more private and closer.
     *
     * @param closeness 0 .. 1; from 0 to 1 leaves get smaller, splits cheaper and leaves lean less on their ancestors,
     *     each by a factor of 16
     * @param k         nothing that fewer entities have is kept
     */
    public static TreeNetworkSettings of(double closeness, int k) {
        double caution = StrictMath.pow(RANGE, 1 - 2 * closeness);
        int minLeaf = (int) Math.max(k, StrictMath.rint(MIN_LEAF * caution));
        return new TreeNetworkSettings(minLeaf, PRICE * caution, LEANING * caution, MAX_PARENTS, 1, k);
    }

    /**
     * The same where entities have several rows.
     *
     * @param rowsOfK so many as no fewer than k entities have
     */
    public TreeNetworkSettings withEntities(double rowsPerEntity, int rowsOfK) {
        return new TreeNetworkSettings(minLeaf, price, leaning, maxParents, rowsPerEntity, rowsOfK);
    }

    /** The same for a sample of so large a share of the rows, in which entities have fewer. */
    TreeNetworkSettings in(double share) {
        double part = Math.min(1, share);
        return withEntities(1 + (rowsPerEntity - 1) * part, (int) Math.ceil(rowsOfK * part));
    }

    /** Rows that trees are grown over: bounded in cells, so that the sample of a wide table fits every worker. */
    int growthRows(int width) {
        return Math.min(GROWTH_ROWS, GROWTH_CELLS / Math.max(1, width));
    }

    Growth growth() {
        return new Growth(Math.max(rowsOfK, (int) Math.ceil(minLeaf * rowsPerEntity)), MAX_LEAVES, GROUPS);
    }
}

package io.understudy.model.bayes;

import java.io.Serializable;

/** Draws one variable given those before it. */
interface Drawer extends Serializable {

    /**
     * Draws a code a row into this variable's column.
     *
     * @param columns codes by variable, those of earlier ones known
     * @param routing over these
     * @param words   a random word a row
     */
    void draw(int[][] columns, Routing routing, int[] words);
}

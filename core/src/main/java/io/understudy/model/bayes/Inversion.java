package io.understudy.model.bayes;

import java.io.Serializable;

/** Draws from discrete distributions by inverting their cumulative probabilities: however it searches, it finds the same. */
interface Inversion extends Serializable {

    /** The code of a distribution at a point of its cumulative probability given by 32 random bits. */
    int draw(int distribution, int word);

    /**
     * Draws for the rows of a leaf, which share a distribution.
     *
     * @param rows positions {@code from .. to-1} of it say which rows
     * @param words a random word a row
     * @param into receives a code a row
     */
    void draw(int distribution, int[] rows, int from, int to, int[] words, int[] into);
}

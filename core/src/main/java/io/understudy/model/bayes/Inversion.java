package io.understudy.model.bayes;

import java.io.Serializable;

/** Draws from discrete distributions by inverting their cumulative probabilities: however it searches, it finds the same. */
interface Inversion extends Serializable {

    /** The code of a distribution at a point of its cumulative probability given by 64 random bits. */
    int draw(int distribution, long bits);
}

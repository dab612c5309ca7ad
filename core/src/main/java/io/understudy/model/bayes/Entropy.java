package io.understudy.model.bayes;

/** {@code n log n} for whole numbers, in nats, tabulated: sums of it are log likelihoods of multinomial counts. */
final class Entropy {
    private final double[] nLogN;

    Entropy(int most) {
        nLogN = new double[most + 1];
        for (int n = 2; n <= most; n++) {
            nLogN[n] = n * StrictMath.log(n);
        }
    }

    double of(int n) {
        return nLogN[n];
    }
}

package io.understudy.check.task;

/** Scores of the class or quantity that a model predicts for each row. */
enum Accuracy implements Score {
    /** F1 of the class with the highest score, the mean over the classes that occur (van Rijsbergen 1979). */
    MACRO_F1("tstr-f1") {
        @Override
        public double of(Predicted predicted, int[] weights) {
            int classes = predicted.target().classes();
            double[] right = new double[classes];
            double[] said = new double[classes];
            double[] occurs = new double[classes];
            for (int row = 0; row < predicted.rows(); row++) {
                int best = predicted.best(row);
                int truth = (int) predicted.truth(row);
                said[best] += weights[row];
                occurs[truth] += weights[row];
                right[best] += best == truth ? weights[row] : 0;
            }
            double sum = 0;
            int occurring = 0;
            for (int c = 0; c < classes; c++) {
                occurring += occurs[c] > 0 ? 1 : 0;
                sum += occurs[c] > 0 ? 2 * right[c] / (said[c] + occurs[c]) : 0;
            }
            return occurring == 0 ? Double.NaN : sum / occurring;
        }
    },
    /** The share of the variance that the prediction explains; below 0 it is worse than the mean. */
    R2("tstr-r2") {
        @Override
        public double of(Predicted predicted, int[] weights) {
            double rows = 0;
            double sum = 0;
            for (int row = 0; row < predicted.rows(); row++) {
                rows += weights[row];
                sum += weights[row] * predicted.truth(row);
            }
            double spread = 0;
            for (int row = 0; row < predicted.rows(); row++) {
                double off = predicted.truth(row) - sum / rows;
                spread += weights[row] * off * off;
            }
            return spread > 0 ? 1 - squares(predicted, weights) / spread : Double.NaN;
        }

        @Override
        public double least() {
            return Double.NEGATIVE_INFINITY;
        }
    },
    /** The root of the mean squared error, in the target's unit: days for dates, microseconds for times. */
    RMSE("tstr-rmse") {
        @Override
        public double of(Predicted predicted, int[] weights) {
            double rows = 0;
            for (int weight : weights) {
                rows += weight;
            }
            return rows > 0 ? Math.sqrt(squares(predicted, weights) / rows) : Double.NaN;
        }

        @Override
        public double most() {
            return Double.POSITIVE_INFINITY;
        }
    };

    private final String metric;

    Accuracy(String metric) {
        this.metric = metric;
    }

    @Override
    public String metric() {
        return metric;
    }

    private static double squares(Predicted predicted, int[] weights) {
        double squares = 0;
        for (int row = 0; row < predicted.rows(); row++) {
            double error = predicted.truth(row) - predicted.score(0, row);
            squares += weights[row] * error * error;
        }
        return squares;
    }
}

package io.understudy.check.task;

/** Scores of the order in which a model puts rows, the mean over all outcomes: those of several classes are one against rest. */
enum Ranking implements Score {
    /** The chance that a row to which the outcome happened scores above one to which it did not, ties half (Mann and Whitney 1947). */
    AUC("tstr-auc") {
        @Override
        double of(Predicted predicted, int outcome, int[] weights) {
            int[] order = predicted.order(outcome);
            double happened = 0;
            double not = 0;
            double won = 0;
            for (int from = 0; from < order.length; ) {
                double here = 0;
                double notHere = 0;
                double score = predicted.score(outcome, order[from]);
                for (; from < order.length && predicted.score(outcome, order[from]) == score; from++) {
                    double weight = weights[order[from]];
                    here += predicted.happened(outcome, order[from]) ? weight : 0;
                    notHere += predicted.happened(outcome, order[from]) ? 0 : weight;
                }
                won += here * (not + notHere / 2);
                happened += here;
                not += notHere;
            }
            return happened == 0 || not == 0 ? Double.NaN : won / (happened * not);
        }
    },
    /** The precision at each row to which the outcome happened, on average, from the highest score down; equal scores together. */
    AVERAGE_PRECISION("tstr-average-precision") {
        @Override
        double of(Predicted predicted, int outcome, int[] weights) {
            int[] order = predicted.order(outcome);
            double happened = 0;
            double all = 0;
            double sum = 0;
            for (int to = order.length - 1; to >= 0; ) {
                double here = 0;
                double score = predicted.score(outcome, order[to]);
                for (; to >= 0 && predicted.score(outcome, order[to]) == score; to--) {
                    here += predicted.happened(outcome, order[to]) ? weights[order[to]] : 0;
                    all += weights[order[to]];
                }
                happened += here;
                sum += here == 0 ? 0 : here * happened / all;
            }
            return happened == 0 ? Double.NaN : sum / happened;
        }
    };

    private final String metric;

    Ranking(String metric) {
        this.metric = metric;
    }

    @Override
    public String metric() {
        return metric;
    }

    /** The mean over the outcomes for which it is defined. */
    @Override
    public double of(Predicted predicted, int[] weights) {
        double sum = 0;
        int defined = 0;
        for (int outcome = 0; outcome < predicted.target().outcomes(); outcome++) {
            double one = of(predicted, outcome, weights);
            sum += Double.isNaN(one) ? 0 : one;
            defined += Double.isNaN(one) ? 0 : 1;
        }
        return defined == 0 ? Double.NaN : sum / defined;
    }

    abstract double of(Predicted predicted, int outcome, int[] weights);
}

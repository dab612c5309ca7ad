package io.understudy.check.task;

import java.util.List;

/** Which scores say how well a target is predicted. */
public final class Scores {
    private Scores() {}

    /** Of two classes the area under the curve and the average precision, of more the area and F1, of a quantity R2 and RMSE. */
    public static List<Score> of(Target target) {
        return switch (target.classes()) {
            case 0 -> List.of(Accuracy.R2, Accuracy.RMSE);
            case 2 -> List.of(Ranking.AUC, Ranking.AVERAGE_PRECISION);
            default -> List.of(Ranking.AUC, Accuracy.MACRO_F1);
        };
    }
}

package io.understudy.check;

import java.util.List;

/** Measures; never decides. Privacy and quality checks have the same shape. */
public interface Check {
    String name();

    List<Finding> measure(Assessed tables);

    /** The findings and, where a check has any, the curves behind them: measured once. */
    default Evidence examine(Assessed tables) {
        return new Evidence(measure(tables), List.of());
    }
}

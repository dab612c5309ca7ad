package io.understudy.check;

import java.util.List;

/** Measures; never decides. Privacy and quality checks have the same shape. */
public interface Check {
    String name();

    List<Finding> measure(Assessed tables);
}

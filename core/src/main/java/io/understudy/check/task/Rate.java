package io.understudy.check.task;

/** How often something happens to the rows of a group. */
enum Rate {
    /** Of all rows, those for which the outcome is called. */
    CALLED {
        @Override
        boolean counts(boolean happened) {
            return true;
        }
    },
    /** Of the rows to which the outcome happened, those for which it is called. */
    CALLED_RIGHTLY {
        @Override
        boolean counts(boolean happened) {
            return happened;
        }
    },
    /** Of the rows to which the outcome did not happen, those for which it is called. */
    CALLED_WRONGLY {
        @Override
        boolean counts(boolean happened) {
            return !happened;
        }
    },
    /** Of all rows, those for which the call is wrong. */
    WRONG {
        @Override
        boolean counts(boolean happened) {
            return true;
        }

        @Override
        boolean counted(boolean called, boolean happened) {
            return called != happened;
        }
    };

    /** Whether a row is one of those the rate is a share of. */
    abstract boolean counts(boolean happened);

    /** Whether such a row is one of those that are counted. */
    boolean counted(boolean called, boolean happened) {
        return called;
    }
}

package io.understudy.jobs.stage;

import io.understudy.jobs.table.Clusters;
import io.understudy.jobs.table.SourceRows;
import java.util.List;

/** The real rows of a job in two: those to learn from and those held out. */
interface Sides {

    /** What is learned from, and what likeness is measured against. */
    SourceRows.Split rows();

    /** Every row once, for what is asked of those whose rows they are and not of shares. */
    SourceRows.Split persons();

    /** How the rows to learn from are spread over entities. One pass, if there are such. */
    Clusters clusters();

    /** How many rows of a population a row to learn from stands for; 1 where rows stand for themselves. One pass, once. */
    double weight();

    /**
     * Rows that stand for themselves.
     *
     * @param key  columns whose equal rows are of one entity; empty where every row is one of its own
     * @param most how many of the largest entities to look at
     */
    record Plain(SourceRows.Split rows, List<Integer> key, int most) implements Sides {

        @Override
        public SourceRows.Split persons() {
            return rows;
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public Clusters clusters() {
            return key.isEmpty() ? Clusters.NONE : rows.train().clusters(key, most);
        }
    }
}

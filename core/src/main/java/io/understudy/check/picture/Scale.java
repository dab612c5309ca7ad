package io.understudy.check.picture;

import io.understudy.schema.Kind;
import java.io.Serializable;
import java.util.List;

/** The groups in which the rows of a column are counted to be drawn. Group 0 is always that of missing values. */
public sealed interface Scale extends Serializable {

    /** Number of groups, that of missing values among them. */
    int groups();

    /**
     * Intervals of numbers: after missing all below the first edge, then those between an edge and the next, the lower
     * edge included, then all from the last edge on.
     *
     * @param edges ascending: round numbers, or starts of calendar units; days since 1970 for dates, microseconds for times
     * @param kind  what the numbers mean
     */
    record Intervals(double[] edges, Kind kind) implements Scale {
        @Override
        public int groups() {
            return edges.length + 2;
        }

        /** The group of a number that is not missing. */
        int group(double number) {
            int low = 0;
            int high = edges.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (number >= edges[middle]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return 1 + low;
        }
    }

    /**
     * Labels: after missing each of {@code labels}, then all other labels together.
     *
     * @param labels that at least k real rows have, most frequent first
     */
    record Labels(List<String> labels) implements Scale {
        public Labels {
            labels = List.copyOf(labels);
        }

        @Override
        public int groups() {
            return labels.size() + 2;
        }
    }
}

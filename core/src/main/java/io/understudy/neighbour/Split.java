package io.understudy.neighbour;

/** How a set of rows is cut in two: coordinates below the threshold go left. */
record Split(int variable, int threshold) {}

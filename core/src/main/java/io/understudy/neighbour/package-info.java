/** Exact nearest neighbours of coded rows. */
@NullMarked
package io.understudy.neighbour;

import org.jspecify.annotations.NullMarked;

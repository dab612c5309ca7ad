/**
 * What is done with values that lead to a person: made-up ones in their place, keyed pseudonyms, masks, coarser values,
 * noise. Works on decoded cells; every row is a function of (seed, row) and of its own cells, never of its partition.
 */
@NullMarked
package io.understudy.jobs.personal;

import org.jspecify.annotations.NullMarked;

/** Puts artifacts that hold something learned from real rows into files that are marked, checked and, if asked, encrypted. */
@NullMarked
package io.understudy.jobs.seal;

import org.jspecify.annotations.NullMarked;

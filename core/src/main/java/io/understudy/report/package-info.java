/** Findings as a page that a person can read. No arithmetic: whatever is a number here was measured by a check. */
@NullMarked
package io.understudy.report;

import org.jspecify.annotations.NullMarked;

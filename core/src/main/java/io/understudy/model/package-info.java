/** Fitted joint distributions over a domain. */
@NullMarked
package io.understudy.model;

import org.jspecify.annotations.NullMarked;

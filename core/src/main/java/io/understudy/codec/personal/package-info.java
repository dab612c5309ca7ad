/** What tells that a text leads to a person: its own signs, and the words of its column's name. */
@NullMarked
package io.understudy.codec.personal;

import org.jspecify.annotations.NullMarked;

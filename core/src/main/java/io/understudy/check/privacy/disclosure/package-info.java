/** What a table discloses to someone who knows the quasi-identifiers of a person. */
@NullMarked
package io.understudy.check.privacy.disclosure;

import org.jspecify.annotations.NullMarked;

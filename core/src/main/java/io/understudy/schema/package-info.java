/** What the columns of a source table are: physical type, statistical kind and role. */
@NullMarked
package io.understudy.schema;

import org.jspecify.annotations.NullMarked;

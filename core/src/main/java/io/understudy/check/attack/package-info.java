/** Attacks that an adversary makes with the synthetic table in hand, each beside the same attack on unseen rows. */
@NullMarked
package io.understudy.check.attack;

import org.jspecify.annotations.NullMarked;

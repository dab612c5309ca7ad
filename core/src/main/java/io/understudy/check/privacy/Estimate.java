package io.understudy.check.privacy;

import io.understudy.check.Interval;

/** An estimate and its interval. */
record Estimate(double value, Interval interval) {}

package io.understudy.gate;

/** What becomes of a finding that decides nothing, because there were too few observations. */
public enum Doubt {
    /** It is reported; rules that ask for proof of a leak hold, rules that ask for proof of its absence do not. */
    REPORTED,
    /** No rule on it holds. */
    REFUSED
}

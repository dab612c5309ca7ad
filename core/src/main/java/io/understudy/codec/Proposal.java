package io.understudy.codec;

import io.understudy.schema.Column;
import io.understudy.schema.Kind;
import java.io.Serializable;

/**
 * What a column seems to be.
 *
 * @param column     the column
 * @param kind       the kind proposed
 * @param reason     why, in one clause a person can read; tells counts, never values
 * @param confidence 0 .. 1; below a half a person should look
 */
public record Proposal(Column column, Kind kind, String reason, double confidence) implements Serializable {}

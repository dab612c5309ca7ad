package io.understudy.schema;

import java.io.Serializable;

/**
 * One column of a source table.
 *
 * @param name     as the source spells it; unique within a table
 * @param type     what it physically holds
 * @param nullable whether the source's schema allows missing values
 */
public record Column(String name, ColumnType type, boolean nullable) implements Serializable {}

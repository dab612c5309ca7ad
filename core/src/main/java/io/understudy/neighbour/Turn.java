package io.understudy.neighbour;

import java.io.Serializable;

/**
 * An index of some rows of a table, and which questions are to be answered with it now: so that several cores can answer
 * with the same index.
 *
 * @param tree  of all rows of the table, or of a tile of it
 * @param part  0 .. parts-1; questions whose number leaves this remainder
 * @param parts into how many parts the questions are cut, at least 1
 */
public record Turn(BoxTree tree, int part, int parts) implements Serializable {}

package io.understudy.model.bayes;

import java.io.Serializable;

/**
 * How the rows of a rare class are told apart where a variable has to do with others in another way than in all rows.
 *
 * @param of   the class
 * @param tree over rows of the class alone; its leaves are called cells
 */
record ClassTree(RareClass of, Tree tree) implements Serializable {}

package io.understudy.check;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * All real rows with whose they are, where several rows can be one entity's: a customer's claims.
 *
 * @param rows over {@linkplain #domain some} variables of an assessment, coded as there and known by their names, and after
 *             them {@link #side} and {@link #entity}
 */
public record Owned(Table rows) {
    /** The side of a row that was learned. */
    public static final int TRAIN = 0;

    /** The side of a row that was held out. */
    public static final int HOLDOUT = 1;

    /** The entity of a row of which nobody knows whose it is: it is one of its own. */
    public static final int NOBODY = 0;

    private static final int ENTITIES = Integer.MAX_VALUE;
    /** No column can be named by these. */
    private static final Variable SIDE = Variable.nominal("\0side", 2);

    private static final Variable ENTITY = new Variable("\0entity", ENTITIES, false, true);

    /** Some variables of an assessment, and whose a row is. */
    public static Domain domain(List<Variable> variables) {
        return new Domain(
                Stream.concat(variables.stream(), Stream.of(SIDE, ENTITY)).toList());
    }

    /**
     * The code of an entity, by a hash of what it is known by. Two entities share one with a chance of 1 in 2^31, so among n
     * entities that agree in all else some two are taken for one with a chance of about n^2 / 2^32.
     */
    public static int code(long hash) {
        return 1 + Math.floorMod(hash, ENTITIES - 1);
    }

    /** The position of the variable that says which side a row is on. */
    public int side() {
        return rows.domain().width() - 2;
    }

    /** The position of the variable that says whose a row is. */
    public int entity() {
        return rows.domain().width() - 1;
    }
}

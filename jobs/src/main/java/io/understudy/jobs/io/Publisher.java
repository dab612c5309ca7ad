package io.understudy.jobs.io;

import io.understudy.jobs.job.OutputConflictException;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * Puts a finished table where readers find it: all of it or none of it, however the job ends.
 *
 * <p>Call {@link #mend} and {@link #check} before any work is done, so that a job that could not publish does not run for an hour first.
 */
public interface Publisher {

    /**
     * Checks that publishing is allowed; changes nothing.
     *
     * @param schema of the table to come
     * @throws OutputConflictException if the place is taken and the mode does not say what to do about it, or if rows are
     *     to join others of another schema
     */
    void check(StructType schema);

    /** Brings the place into order again where a killed job left it half changed. */
    void mend();

    /**
     * Publishes.
     *
     * @param table      in the input's schema
     * @param provenance what readers of the table's history should find; names and hashes, never values
     * @throws OutputConflictException if another writer was faster
     */
    void publish(Waiting table, Map<String, Object> provenance);
}

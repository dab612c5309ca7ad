package io.understudy.jobs.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** What becomes of Spark and of the process when a command has ended. */
final class SparkEnd {

    private SparkEnd() {}

    /** Whether there is a session that this program did not open; to be asked before it opens its own. */
    static boolean isGuest() {
        return SparkSession.getDefaultSession().isDefined()
                || SparkSession.getActiveSession().isDefined();
    }

    /** Whether a cluster runs this driver ({@code --deploy-mode cluster}); on Kubernetes the driver is a process of its own. */
    static boolean isDrivenByCluster() {
        return "cluster".equals(System.getProperty("spark.submit.deployMode"));
    }

    /**
     * Lets Spark say its last words, so that the line printed after it stays the last of the process. Stops the session, if there is one, and then all logging: Spark's shutdown hooks still have to delete its temporary
     * folders when the process exits, so it must not be halted, but they log while they do it.
     */
    static void stop() {
        try {
            Option<SparkSession> session = SparkSession.getDefaultSession();
            if (session.isDefined()) {
                session.get().stop();
            }
        } finally {
            Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
        }
    }
}

package io.understudy.jobs.cli;

import java.util.Optional;
import org.apache.spark.SparkBuildInfo;
import picocli.CommandLine.IVersionProvider;

/** The versions of what runs: of Understudy from its jar, of Spark and of Java. */
final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String ours = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not from its jar)");
        return new String[] {
            "understudy " + ours, "Spark " + SparkBuildInfo.spark_version(), "Java " + Runtime.version()
        };
    }
}

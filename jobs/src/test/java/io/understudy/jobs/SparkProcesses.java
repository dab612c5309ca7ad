package io.understudy.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Spark in JVMs of its own, from a Spark home in a temporary folder that links to the jars on the tests' class path: the
 * launcher's recipe. Everything talks over loopback.
 */
final class SparkProcesses implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final List<Process> processes = new ArrayList<>();
    private final Path home;

    SparkProcesses() throws IOException {
        home = Files.createTempDirectory("spark-home");
        Files.createFile(home.resolve("RELEASE"));
        Path jars = Files.createDirectory(home.resolve("jars"));
        for (Path jar : classPath().filter(Files::isRegularFile).toList()) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
    }

    /** This build's own classes, main and test, as one class path. */
    static String ownClasses() {
        return String.join(
                File.pathSeparator,
                classPath().filter(Files::isDirectory).map(Path::toString).toList());
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(Files::exists);
    }

    /** Starts {@code main} with what it writes going to {@link #log}; it runs until it ends or this is closed. */
    Process start(String name, String heap, List<String> main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.add("-Xmx" + heap);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, ownClasses(), home + "/jars/*")));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment()
                .put("SPARK_CONF_DIR", Path.of("../conf").toAbsolutePath().toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** What the process of that name has written so far, both streams. */
    String log(String name) throws IOException {
        return Files.readString(home.resolve(name + ".log"));
    }

    boolean allRunning() {
        return processes.stream().allMatch(Process::isAlive);
    }

    /** Kills what still runs, executors too, and removes the home. */
    @Override
    public void close() throws IOException {
        processes.stream().flatMap(Process::descendants).forEach(ProcessHandle::destroyForcibly);
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

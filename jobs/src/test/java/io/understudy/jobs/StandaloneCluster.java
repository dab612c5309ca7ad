package io.understudy.jobs;

import static io.understudy.jobs.SparkProcesses.LOOPBACK;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Spark cluster for tests: a master, workers of one core each, and executors, all in JVMs of their own.
 *
 * <p>A job goes to it through {@link #submit}, as a person's would: a driver in the tests' JVM would have to share its
 * one Spark context with the local session of the other tests.
 */
public final class StandaloneCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;
    private static final long JOB_MINUTES = 15;

    private final SparkProcesses spark = new SparkProcesses();
    private final int port = freePort();
    private final int webPort = freePort();
    private int submitted;

    private StandaloneCluster() throws IOException {}

    /**
     * Starts a master and workers of one core and 1 GiB each, and returns once all have registered.
     *
     * @throws IllegalStateException if they have not within three minutes; the message ends with the master's log
     */
    public static StandaloneCluster start(int workers) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster();
        try {
            cluster.startMaster();
            cluster.await(0);
            for (int worker = 0; worker < workers; worker++) {
                cluster.startWorker("worker" + worker);
            }
            cluster.await(workers);
            return cluster;
        } catch (RuntimeException | IOException | InterruptedException failure) {
            cluster.close();
            throw failure;
        }
    }

    /** The address to give as {@code spark.master}. */
    public String masterUrl() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /**
     * Runs the main class on the cluster with spark-submit, in client mode, and waits for its end.
     *
     * @param settings Spark's, each as {@code key=value}
     * @param arguments what the main class gets
     * @throws IllegalStateException if it has not ended within a quarter of an hour; the message ends with its log
     */
    public Ending submit(Class<?> main, List<String> settings, String... arguments)
            throws IOException, InterruptedException {
        return submit(masterUrl(), main, settings, arguments);
    }

    /** The same under another master, such as {@code local[1]}: what the cluster is compared with. */
    public Ending submit(String master, Class<?> main, List<String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", master, "--class", main.getName()));
        command.addAll(List.of("--conf", "spark.driver.host=" + LOOPBACK));
        command.addAll(List.of("--conf", "spark.executor.extraClassPath=" + SparkProcesses.ownClasses()));
        for (String setting : settings) {
            command.addAll(List.of("--conf", setting));
        }
        command.add("spark-internal"); // spark-submit's word for: the class is on the class path, there is no jar
        command.addAll(List.of(arguments));
        String name = "driver" + submitted++;
        Process driver = spark.start(name, "2g", command);
        if (!driver.waitFor(JOB_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The job did not end:\n" + spark.log(name));
        }
        return new Ending(driver.exitValue(), spark.log(name));
    }

    /** How a submitted job ended: its exit code, and what it wrote to both streams. */
    public record Ending(int exitCode, String output) {}

    @Override
    public void close() throws IOException {
        spark.close();
    }

    private void startMaster() throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.master.Master", "--host", LOOPBACK));
        command.addAll(List.of("--port", "" + port, "--webui-port", "" + webPort));
        spark.start("master", "512m", command);
    }

    private void startWorker(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.worker.Worker", "--host", LOOPBACK));
        command.addAll(List.of("--cores", "1", "--memory", "1g", "--webui-port", "0", masterUrl()));
        spark.start(name, "512m", command);
    }

    private void await(int workers) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (aliveWorkers() < workers) {
            if (System.nanoTime() > deadline || !spark.allRunning()) {
                throw new IllegalStateException("The cluster did not come up:\n" + spark.log("master"));
            }
            Thread.sleep(100);
        }
    }

    /** As the master's web page counts them; -1 while there is no page yet. */
    private int aliveWorkers() {
        try (var page = URI.create("http://" + LOOPBACK + ":" + webPort + "/json/")
                .toURL()
                .openStream()) {
            return new ObjectMapper().readTree(page).get("aliveworkers").asInt();
        } catch (IOException notYet) {
            return -1;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("No free port on " + LOOPBACK, none);
        }
    }
}

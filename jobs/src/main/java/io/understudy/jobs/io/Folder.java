package io.understudy.jobs.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;

/**
 * A folder on any file system Spark knows. Files appear whole or not at all: they are written beside and renamed.
 *
 * <p>Every method throws {@link UncheckedIOException} where the file system fails.
 */
public final class Folder {
    private static final Set<String> RENAMING = Set.of("file", "hdfs", "viewfs");

    private static final FsPermission OWNER_READS = new FsPermission((short) 0600);
    private static final FsPermission OWNER_ENTERS = new FsPermission((short) 0700);

    private final Path path;
    private final FileSystem files;

    private Folder(Path path, FileSystem files) {
        this.path = path;
        this.files = files;
    }

    /** A folder of a file system that the session's settings lead to; it need not exist. */
    public static Folder of(SparkSession spark, String path) {
        return of(spark.sparkContext().hadoopConfiguration(), path);
    }

    /** A folder of a file system that settings lead to. */
    public static Folder of(Configuration hadoop, String path) {
        Path folder = new Path(path);
        return io(() -> new Folder(folder, folder.getFileSystem(hadoop)));
    }

    /** The path of something in this folder. */
    public String path(String name) {
        return new Path(path, name).toString();
    }

    /** A folder in this one. */
    public Folder folder(String name) {
        return new Folder(new Path(path, name), files);
    }

    /** Whether there is anything at its path. */
    public boolean exists() {
        return io(() -> files.exists(path));
    }

    /** Whether something of that name lies in it. */
    public boolean exists(String name) {
        return io(() -> files.exists(new Path(path, name)));
    }

    /** Whether a file lies in this folder, at any depth; {@code file} is a URI. */
    public boolean holds(String file) {
        Path folder = files.makeQualified(path);
        return Stream.iterate(new Path(URI.create(file)), Objects::nonNull, Path::getParent)
                .anyMatch(folder::equals);
    }

    /** Makes this folder where there is none. */
    void make() {
        io(() -> files.mkdirs(path));
    }

    /** The names of the files directly in this folder that readers of a table take for data, in order. */
    List<String> dataFiles() {
        return io(() -> Arrays.stream(files.listStatus(path))
                .filter(FileStatus::isFile)
                .map(file -> file.getPath().getName())
                .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                .sorted()
                .toList());
    }

    /** Whether renaming a folder is one step here that happens or does not, as it is not on object stores. */
    boolean renamesAtOnce() {
        return RENAMING.contains(files.getUri().getScheme());
    }

    /** Writes a file, whole or not at all; makes the folder where there is none. */
    public void write(String name, byte[] content) {
        io(() -> {
            files.mkdirs(path);
            return write(name, content, beside -> files.create(beside, true));
        });
    }

    /**
     * Writes a file that only its owner can read and change, in a folder that only its owner can enter if it is new.
     *
     * @return whether the file system keeps that: object stores have no such permissions
     */
    public boolean writeForOwner(String name, byte[] content) {
        return io(() -> {
            if (!files.exists(path)) {
                FileSystem.mkdirs(files, path, OWNER_ENTERS);
            }
            write(name, content, beside -> {
                files.delete(beside, false);
                return FileSystem.create(files, beside, OWNER_READS);
            });
            return files.getFileStatus(new Path(path, name)).getPermission().equals(OWNER_READS);
        });
    }

    private interface Opening {
        OutputStream of(Path file) throws IOException;
    }

    private boolean write(String name, byte[] content, Opening opening) throws IOException {
        Path beside = new Path(path, "." + name + ".writing");
        try (OutputStream out = opening.of(beside)) {
            out.write(content);
        }
        files.delete(new Path(path, name), false);
        return rename(beside, new Path(path, name));
    }

    /** Writes a file of text in UTF-8, whole or not at all. */
    public void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file, or empty where there is none. */
    public Optional<byte[]> read(String name) {
        return io(() -> {
            try (InputStream in = files.open(new Path(path, name))) {
                return Optional.of(in.readAllBytes());
            } catch (FileNotFoundException none) {
                return Optional.empty();
            }
        });
    }

    /** Removes the folder and all in it, if it is there. */
    public void delete() {
        io(() -> files.delete(path, true));
    }

    /** Removes a file, if it is there. */
    public void delete(String name) {
        io(() -> files.delete(new Path(path, name), false));
    }

    /** Moves this folder to another place on the same file system, where nothing may be yet. */
    public Folder moveTo(String to) {
        Path target = new Path(to);
        io(() -> {
            files.mkdirs(target.getParent());
            return rename(path, target);
        });
        return new Folder(target, files);
    }

    private boolean rename(Path from, Path to) throws IOException {
        if (files.exists(to) || !files.rename(from, to)) {
            throw new IOException("could not rename " + from + " to " + to);
        }
        return true;
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private static <T> T io(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

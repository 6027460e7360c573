package de.amtsfluss.deploy.localstack.state;

import de.amtsfluss.deploy.localstack.LocalStackException;
import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.Part;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which one stack keeps data, logs, secrets and process records; held by one run at a time. */
public final class StateFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lock;
    private final Secrets secrets;

    private StateFolder(Path root, FileChannel lock, Secrets secrets) {
        this.root = root;
        this.lock = lock;
        this.secrets = secrets;
    }

    /**
     * Takes the folder for this run; the system gives it back when the process ends, however it ends.
     *
     * @param folder created where it is missing
     * @return the folder, held
     * @throws LocalStackException if another run holds it, or it cannot be written
     */
    public static StateFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel = lock(root);
            return new StateFolder(root, channel, Secrets.in(root.resolve("secrets.properties")));
        } catch (IOException failure) {
            throw new LocalStackException(
                    Reason.STATE_UNUSABLE,
                    "Expected to keep the state in %s, but it cannot be read or written (%s): choose another folder with --state."
                            .formatted(root, failure),
                    failure);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new LocalStackException(
                    Reason.STATE_IN_USE,
                    "Expected to use the state folder %s, but another run is using it: stop that run or choose another folder with --state."
                            .formatted(root));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /**
     * The folder itself.
     *
     * @return an absolute path
     */
    public Path root() {
        return root;
    }

    /**
     * The passwords of this folder.
     *
     * @return always the same ones until the folder is wiped
     */
    public Secrets secrets() {
        return secrets;
    }

    /**
     * A part's own folder.
     *
     * @param part which part
     * @return an existing folder
     * @throws IOException if it cannot be created
     */
    public Path folder(Part part) throws IOException {
        return Files.createDirectories(root.resolve(part.fileName()));
    }

    /**
     * A part's log file.
     *
     * @param part which part
     * @return a path in an existing folder
     * @throws IOException if the folder cannot be created
     */
    public Path log(Part part) throws IOException {
        return Files.createDirectories(root.resolve("logs")).resolve(part.fileName() + ".log");
    }

    /**
     * Puts the log of an earlier run aside.
     *
     * @param part which part
     * @throws IOException if the file cannot be moved
     */
    public void rotateLog(Part part) throws IOException {
        Path log = log(part);
        if (Files.exists(log)) {
            Path aside = log.resolveSibling(part.fileName() + ".previous.log");
            Files.move(log, aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The note of a part's process.
     *
     * @param part which part
     * @return written or not
     * @throws IOException if the folder of notes cannot be created
     */
    public ProcessRecord process(Part part) throws IOException {
        return new ProcessRecord(Files.createDirectories(root.resolve("run")).resolve(part.fileName()));
    }

    /**
     * Removes everything but the lock. To be called only while no part runs.
     *
     * @throws IOException if something cannot be removed
     */
    public void wipe() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.filter(path -> !path.endsWith(LOCK)).toList()) {
                deleteTree(child);
            }
        }
        secrets.forget();
    }

    /**
     * Removes a folder with all it holds; links are removed, not followed.
     *
     * @param top may be missing
     * @throws IOException if something cannot be removed
     */
    public static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(top)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new LocalStackException(
                    Reason.STATE_UNUSABLE,
                    "Expected to give back the state folder %s, but failed.".formatted(root),
                    failure);
        }
    }
}

package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Folders that are filled once and then shared by all runs; a half filled one is never seen.
 *
 * @param shared the folder that holds them
 */
record Once(Path shared) {

    /** Fills a new folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    /**
     * Gives a folder, filling it where that has not been done. Another run that wants the same waits meanwhile.
     *
     * @param key names the content
     * @param filling called with a path at which nothing lies
     */
    Path get(String key, Filling filling) throws IOException, InterruptedException {
        Path folder = shared.resolve(key);
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(shared);
        try (FileChannel channel =
                        FileChannel.open(shared.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder)) {
                Path half = shared.resolve("unfinished");
                StateFolder.deleteTree(half);
                filling.fill(half);
                Files.move(half, folder);
            }
        }
        return folder;
    }
}

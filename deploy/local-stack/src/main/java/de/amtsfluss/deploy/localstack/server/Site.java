package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.Ports;
import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack lives.
 *
 * @param state data, logs and secrets
 * @param distribution the servers' files
 * @param ports the chosen numbers
 * @param throwAway whether nobody will start on this state again
 * @param longRunning whether all may take longer to start, and more memory, to be faster later
 */
public record Site(StateFolder state, Distribution distribution, Ports ports, boolean throwAway, boolean longRunning) {

    int port(Port port) {
        return ports.number(port);
    }

    String address(Port port) {
        return "127.0.0.1:" + ports.number(port);
    }

    String secret(String name) throws IOException {
        return state.secrets().get(name);
    }

    Path folder(Part part) throws IOException {
        return state.folder(part);
    }

    /** An empty folder for what a part extracts while it runs, native libraries above all. */
    Path emptyTemporaryFolder(Part part) throws IOException {
        Path folder = state.folder(part).resolve("tmp");
        StateFolder.deleteTree(folder);
        return Files.createDirectories(folder);
    }

    /** Where a part's JVM keeps what makes its next start faster; shared by all state folders. */
    Path startUpArchive(Part part) throws IOException {
        return Files.createDirectories(distribution.folder().resolve("start-up"))
                .resolve(part.fileName() + ".jsa");
    }
}

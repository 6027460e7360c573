package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import java.io.IOException;

/** What the stack must know of one server to run it as a child process. */
public interface Server {

    /**
     * The part this server is.
     *
     * @return one part
     */
    Part part();

    /**
     * Writes configuration and creates what the first start needs; harmless when repeated.
     *
     * @throws IOException if something cannot be written
     * @throws InterruptedException if the start is called off
     */
    void prepare() throws IOException, InterruptedException;

    /**
     * How the process is started.
     *
     * @return the full command
     * @throws IOException if a secret cannot be read
     * @throws InterruptedException if the start is called off
     */
    Command command() throws IOException, InterruptedException;

    /**
     * Asks the running server, by its own protocol, whether it can work.
     *
     * @return {@code false} if it answers that it cannot yet
     * @throws IOException if it does not answer yet
     */
    boolean isReady() throws IOException;

    /**
     * The signal on which the server ends cleanly.
     *
     * @return a name without {@code SIG}
     */
    default String stopSignal() {
        return "TERM";
    }
}

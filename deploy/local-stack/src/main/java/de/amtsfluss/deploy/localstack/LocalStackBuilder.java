package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.server.Distribution;
import de.amtsfluss.deploy.localstack.server.Site;
import de.amtsfluss.deploy.localstack.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The choices for a stack. */
public final class LocalStackBuilder {

    Path state = Path.of(".amtsfluss");
    Ports ports = Ports.defaults();
    Duration patience = Duration.ofMinutes(3);
    Consumer<String> progress = line -> {};
    Consumer<LocalStackException> onDeath = death -> {};
    final Map<String, String> properties = new TreeMap<>();
    final Set<Part> servers = Part.servers();
    boolean fresh;
    boolean ignoreMemory;
    boolean throwAway;
    boolean longRunning;
    Runnable beforeEnd = () -> {};

    LocalStackBuilder() {}

    /**
     * Chooses the folder for data, logs and secrets.
     *
     * @param folder created where it is missing
     * @return this
     */
    public LocalStackBuilder state(Path folder) {
        this.state = folder;
        return this;
    }

    /**
     * Chooses one port.
     *
     * @param port which port
     * @param number between 1 and 65535
     * @return this
     */
    public LocalStackBuilder port(Port port, int number) {
        this.ports = ports.with(port, number);
        return this;
    }

    /**
     * Chooses free numbers for all ports.
     *
     * @return this
     */
    public LocalStackBuilder freePorts() {
        this.ports = Ports.free();
        return this;
    }

    /**
     * Chooses how long one part may take to become ready.
     *
     * @param patience three minutes where not chosen
     * @return this
     */
    public LocalStackBuilder patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /**
     * Chooses who reads one line per part.
     *
     * @param progress called from several threads
     * @return this
     */
    public LocalStackBuilder progress(Consumer<String> progress) {
        this.progress = progress;
        return this;
    }

    /**
     * Chooses who learns that a part has ended by itself after it was ready.
     *
     * @param onDeath called from a thread of the system
     * @return this
     */
    public LocalStackBuilder onDeath(Consumer<LocalStackException> onDeath) {
        this.onDeath = onDeath;
        return this;
    }

    /**
     * Has the application use Elasticsearch too.
     *
     * @return this
     */
    public LocalStackBuilder withElasticsearch() {
        servers.add(Part.ELASTICSEARCH);
        return this;
    }

    /**
     * Adds a Spring property for the application; it wins over what the stack says itself.
     *
     * @param name as in {@code application.yaml}
     * @param value its value
     * @return this
     */
    public LocalStackBuilder applicationProperty(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /**
     * Wipes what an earlier run kept in the state folder.
     *
     * @return this
     */
    public LocalStackBuilder fresh() {
        this.fresh = true;
        return this;
    }

    /**
     * Starts even where the machine seems to have too little memory.
     *
     * @return this
     */
    public LocalStackBuilder ignoreMemory() {
        this.ignoreMemory = true;
        return this;
    }

    /**
     * Gives the parts more memory and both compilers: they start later and are faster then.
     *
     * @return this
     */
    public LocalStackBuilder longRunning() {
        this.longRunning = true;
        return this;
    }

    /** Ends the parts without giving them time to write, since nobody will read their data again. */
    LocalStackBuilder throwAway() {
        this.throwAway = true;
        return this;
    }

    /** Chooses what happens before the parts are stopped at the end of this JVM. */
    LocalStackBuilder beforeEnd(Runnable beforeEnd) {
        this.beforeEnd = beforeEnd;
        return this;
    }

    /**
     * Takes the state folder and cleans up what a killed run left behind. No part runs yet.
     *
     * @return a stack to be closed
     * @throws LocalStackException if the folder is in use or unusable
     */
    public LocalStack build() {
        Site site = new Site(StateFolder.open(state), Distribution.find(), ports, throwAway, longRunning);
        return LocalStack.prepared(site, this);
    }
}

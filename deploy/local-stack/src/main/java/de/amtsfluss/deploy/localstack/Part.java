package de.amtsfluss.deploy.localstack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A process that the local stack can start; the order of the constants is the order in which parts are listed. */
public enum Part {
    /** The relational database, with the databases {@code amtsfluss} and {@code keycloak}. */
    POSTGRESQL("PostgreSQL", 80),

    /** The log of uplinks and of the engine's records; one node that is broker and controller at once. */
    KAFKA("Kafka", 400),

    /** The process engine: one broker with one partition and its gateway. */
    ZEEBE("Zeebe", 850),

    /** The login server with the realm {@code amtsfluss}. */
    KEYCLOAK("Keycloak", 550),

    /** The broker to which the sensors' network server publishes. */
    MQTT("MQTT broker", 200),

    /** A mail server that keeps what it receives until it stops, readable by HTTP. */
    MAIL("Mail server", 120),

    /** The search server, which only those start who ask for it. */
    ELASTICSEARCH("Elasticsearch", 700),

    /** Amtsfluss itself, from the jar that {@code deploy/application} builds. */
    APPLICATION("Amtsfluss", 800);

    private final String label;
    private final int megabytes;

    Part(String label, int megabytes) {
        this.label = label;
        this.megabytes = megabytes;
    }

    /**
     * All servers that the application needs.
     *
     * @return a new set
     */
    public static Set<Part> servers() {
        return EnumSet.complementOf(EnumSet.of(ELASTICSEARCH, APPLICATION));
    }

    /**
     * The name a reader sees.
     *
     * @return a few words in English
     */
    public String label() {
        return label;
    }

    /**
     * The name of the part's folder and log file.
     *
     * @return lower-case ASCII
     */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parts that must be ready before this one starts; they are started along with it.
     *
     * @return empty for a part that needs no other
     */
    public Set<Part> needs() {
        return switch (this) {
            case POSTGRESQL, KAFKA, MQTT, MAIL, ELASTICSEARCH -> Set.of();
            case ZEEBE -> Set.of(KAFKA);
            case KEYCLOAK -> Set.of(POSTGRESQL);
            case APPLICATION -> servers();
        };
    }

    /**
     * What the part takes while it works, as seen on a machine with two cores.
     *
     * @return resident memory in MiB
     */
    public int expectedMegabytes() {
        return megabytes;
    }
}

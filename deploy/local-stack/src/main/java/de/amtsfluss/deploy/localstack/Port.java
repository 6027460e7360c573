package de.amtsfluss.deploy.localstack;

import java.util.Arrays;
import java.util.List;

/** A TCP port on 127.0.0.1 that a {@link Part} listens on. */
public enum Port {
    /** Where PostgreSQL is spoken; not 5432, which an installed PostgreSQL often holds. */
    POSTGRESQL(Part.POSTGRESQL, 15432, "postgresql-port"),

    /** Where clients reach Kafka. */
    KAFKA(Part.KAFKA, 9092, "kafka-port"),

    /** Where the Kafka node reaches its own controller. */
    KAFKA_CONTROLLER(Part.KAFKA, 9093, "kafka-controller-port"),

    /** The engine's gRPC gateway. */
    ZEEBE_GRPC(Part.ZEEBE, 26500, "zeebe-grpc-port"),

    /** The engine's REST gateway. */
    ZEEBE_REST(Part.ZEEBE, 26580, "zeebe-rest-port"),

    /** Where the engine's gateway reaches its broker. */
    ZEEBE_COMMAND(Part.ZEEBE, 26501, "zeebe-command-port"),

    /** Where brokers would reach each other. */
    ZEEBE_INTERNAL(Part.ZEEBE, 26502, "zeebe-internal-port"),

    /** The engine's health and metrics. */
    ZEEBE_MANAGEMENT(Part.ZEEBE, 26590, "zeebe-management-port"),

    /** Login pages, tokens and administration. */
    KEYCLOAK(Part.KEYCLOAK, 8180, "keycloak-port"),

    /** MQTT without TLS. */
    MQTT(Part.MQTT, 1883, "mqtt-port"),

    /** Where mails are handed in. */
    SMTP(Part.MAIL, 3025, "smtp-port"),

    /** Where mailboxes are read. */
    IMAP(Part.MAIL, 3143, "imap-port"),

    /** Where received mails are read as JSON. */
    MAIL_API(Part.MAIL, 3080, "mail-api-port"),

    /** Where Elasticsearch is asked by HTTP. */
    ELASTICSEARCH(Part.ELASTICSEARCH, 9200, "elasticsearch-port"),

    /** Where Elasticsearch's nodes would reach each other. */
    ELASTICSEARCH_TRANSPORT(Part.ELASTICSEARCH, 9300, "elasticsearch-transport-port"),

    /** The pages and the API of Amtsfluss. */
    APPLICATION(Part.APPLICATION, 8080, "port");

    private final Part part;
    private final int number;
    private final String option;

    Port(Part part, int number, String option) {
        this.part = part;
        this.number = number;
        this.option = option;
    }

    /**
     * The ports of one part.
     *
     * @param part whose ports
     * @return at least one, the part's main port first
     */
    public static List<Port> of(Part part) {
        return Arrays.stream(values()).filter(port -> port.part == part).toList();
    }

    /**
     * The part that listens.
     *
     * @return one part
     */
    public Part part() {
        return part;
    }

    /**
     * The number where none is chosen.
     *
     * @return a number that needs no privilege
     */
    public int defaultNumber() {
        return number;
    }

    /**
     * The option of {@code deploy/run} that sets the number.
     *
     * @return with its two dashes
     */
    public String option() {
        return "--" + option;
    }
}

package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The servers of one stack, and the settings by which the application finds them. */
public final class Servers {

    /** Who models send mails to. */
    private static final List<String> OFFICES = List.of(
            "betriebshof",
            "disposition",
            "steueramt",
            "steueramt-leitung",
            "leitstelle",
            "leitstelle-leitung",
            "verkehrsueberwachung",
            "verkehrsueberwachung-leitung",
            "gruenpflege",
            "gruenpflege-leitung",
            "hochwasserdienst",
            "hochwasserdienst-leitung",
            "krisenstab",
            "umweltamt",
            "umweltamt-leitung",
            "sensorbetrieb",
            "sensorbetrieb-leitung",
            "pressestelle");

    /** What is sent to this address comes in as post. */
    private static final String MAILBOX = "post@stadt.example";

    private final Site site;
    private final Map<String, String> moreProperties;
    private final Set<Part> used;

    /**
     * Servers that live in one place.
     *
     * @param site folders and ports
     * @param moreProperties Spring properties for the application beyond those that name the servers
     * @param used the servers that the application is to find
     */
    public Servers(Site site, Map<String, String> moreProperties, Set<Part> used) {
        this.site = site;
        this.moreProperties = moreProperties;
        this.used = used;
    }

    /**
     * The server for a part.
     *
     * @param part which part
     * @return not yet started
     * @throws IOException if a secret cannot be read
     */
    public Server of(Part part) throws IOException {
        return switch (part) {
            case POSTGRESQL -> new PostgresqlServer(site);
            case KAFKA -> new KafkaServer(site);
            case ZEEBE -> new ZeebeServer(site);
            case KEYCLOAK -> new KeycloakServer(site);
            case MQTT -> new MqttServer(site);
            case MAIL -> new MailServer(site);
            case ELASTICSEARCH -> new ElasticsearchServer(site);
            case APPLICATION -> {
                Map<String, String> properties = springProperties(used);
                properties.put("server.port", Integer.toString(site.port(Port.APPLICATION)));
                if (used.contains(Part.MQTT)) {
                    // What is said to sensors goes by the broker that their reports come from.
                    properties.put("amtsfluss.lorawan-triggers.downlink.routes.chirpstack.kind", "mqtt");
                }
                properties.put("server.address", "127.0.0.1");
                properties.put("amtsfluss.roles", "web,workers,triggers,projection");
                properties.put("amtsfluss.lorawan-triggers.demo-data", "true");
                properties.put(
                        "amtsfluss.workers.notifications.public-address",
                        "http://localhost:" + site.port(Port.APPLICATION));
                for (String office : OFFICES) {
                    properties.put("amtsfluss.workers.notifications.recipients." + office, office + "@example.org");
                }
                properties.putAll(moreProperties);
                yield new ApplicationServer(site, properties);
            }
        };
    }

    /**
     * The Spring properties by which the application finds some of the parts.
     *
     * @param parts the parts to be found
     * @return a new map
     * @throws IOException if a secret cannot be read
     */
    public Map<String, String> springProperties(Set<Part> parts) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Part part : parts) {
            properties.putAll(springProperties(part));
        }
        properties.put("amtsfluss.lorawan-triggers.webhook-secret", webhookSecret());
        return properties;
    }

    private Map<String, String> springProperties(Part part) throws IOException {
        return switch (part) {
            case POSTGRESQL -> {
                PostgresqlServer database = new PostgresqlServer(site);
                yield Map.of(
                        "spring.datasource.url", database.url("amtsfluss"),
                        "spring.datasource.username", "amtsfluss",
                        "spring.datasource.password", database.password("amtsfluss"),
                        "amtsfluss.processes.schluessel.master-keys", masterKey());
            }
            case KAFKA -> Map.of("spring.kafka.bootstrap-servers", site.address(Port.KAFKA));
            case ZEEBE ->
                Map.of(
                        "amtsfluss.processes.engine.grpc-address", "http://" + site.address(Port.ZEEBE_GRPC),
                        "amtsfluss.processes.engine.rest-address", "http://" + site.address(Port.ZEEBE_REST));
            case KEYCLOAK -> {
                KeycloakServer keycloak = new KeycloakServer(site);
                yield Map.of(
                        "amtsfluss.forms.issuer", keycloak.issuer(),
                        "amtsfluss.forms.client-secret", keycloak.clientSecret());
            }
            case MQTT -> Map.of("amtsfluss.lorawan-triggers.mqtt.url", "mqtt://" + site.address(Port.MQTT));
            case MAIL ->
                Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        Integer.toString(site.port(Port.SMTP)),
                        "amtsfluss.workers.posteingang.mailbox.host",
                        "127.0.0.1",
                        "amtsfluss.workers.posteingang.mailbox.port",
                        Integer.toString(site.port(Port.IMAP)),
                        "amtsfluss.workers.posteingang.mailbox.tls",
                        "false",
                        "amtsfluss.workers.posteingang.mailbox.username",
                        MAILBOX,
                        // The server asks for no password.
                        "amtsfluss.workers.posteingang.mailbox.password",
                        MAILBOX);
            case ELASTICSEARCH ->
                Map.of("amtsfluss.processes.suche.elasticsearch.uri", "http://" + site.address(Port.ELASTICSEARCH));
            case APPLICATION -> Map.of();
        };
    }

    /** 32 bytes in Base64, as the application takes them. */
    private String masterKey() throws IOException {
        byte[] drawn = site.secret("vorgang.master").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(drawn, 32));
    }

    private String webhookSecret() throws IOException {
        return site.secret("lorawan.webhook");
    }
}

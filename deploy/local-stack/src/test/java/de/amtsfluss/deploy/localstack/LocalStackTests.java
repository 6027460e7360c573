package de.amtsfluss.deploy.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL})
class LocalStackTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalStack stack;

    LocalStackTests(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void runsEveryServerAsAProcessWithMemoryAndALog() {
        assertThat(stack.parts()).extracting(RunningPart::part).containsExactlyElementsOf(Part.servers());
        assertThat(stack.parts()).allSatisfy(part -> {
            assertThat(part.isAlive()).isTrue();
            assertThat(part.residentBytes()).isPositive();
            assertThat(part.log()).isNotEmptyFile();
        });
    }

    @Test
    void setsThePropertiesByWhichTheApplicationFindsTheServers() {
        assertThat(stack.springProperties())
                .containsKeys(
                        "spring.datasource.url",
                        "amtsfluss.processes.schluessel.master-keys",
                        "spring.kafka.bootstrap-servers",
                        "amtsfluss.processes.engine.grpc-address",
                        "amtsfluss.processes.engine.rest-address",
                        "amtsfluss.lorawan-triggers.mqtt.url",
                        "amtsfluss.lorawan-triggers.webhook-secret",
                        "amtsfluss.forms.issuer",
                        "amtsfluss.forms.client-secret",
                        "spring.mail.port",
                        "amtsfluss.workers.posteingang.mailbox.host",
                        "amtsfluss.workers.posteingang.mailbox.port")
                .allSatisfy(
                        (name, value) -> assertThat(System.getProperty(name)).isEqualTo(value));
    }

    @Test
    void postgresqlKeepsItsRowsAcrossAKill() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('Tonne')");
        }
        long before = stack.part(Part.POSTGRESQL).pid();

        stack.part(Part.POSTGRESQL).kill();
        assertThat(stack.part(Part.POSTGRESQL).isAlive()).isFalse();
        stack.part(Part.POSTGRESQL).restart();

        assertThat(stack.part(Part.POSTGRESQL).pid()).isNotEqualTo(before);
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Tonne");
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(
                System.getProperty("spring.datasource.url"),
                System.getProperty("spring.datasource.username"),
                System.getProperty("spring.datasource.password"));
    }

    @Test
    void kafkaKeepsItsRecordsAcrossAKill() throws Exception {
        Map<String, Object> servers = kafka();
        try (Admin admin = Admin.create(servers)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "Tonne")).get();
        }

        stack.part(Part.KAFKA).kill();
        stack.part(Part.KAFKA).restart();

        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(consumer.poll(Duration.ofSeconds(2)))
                            .singleElement()
                            .satisfies(record -> assertThat(record.value()).isEqualTo("Tonne")));
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, System.getProperty("spring.kafka.bootstrap-servers"));
    }

    @Test
    void zeebeComesBackOnTheSamePortsAfterAKill() throws Exception {
        stack.part(Part.ZEEBE).kill();
        stack.part(Part.ZEEBE).restart();

        String topology = get(System.getProperty("amtsfluss.processes.engine.rest-address") + "/v2/topology");

        assertThat(topology).contains("\"gatewayVersion\":\"8.6.0\"");
    }

    @Test
    void keycloakTellsTheGroupsOfADemoUserToTheApplication() throws Exception {
        String issuer = System.getProperty("amtsfluss.forms.issuer");
        String form = "grant_type=password&client_id=amtsfluss-api&scope=openid&username=mia.mustermann"
                + "&password=amtsfluss&client_secret=" + System.getProperty("amtsfluss.forms.client-secret");

        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();

        // After a kill of its database Keycloak refuses until it has noticed the broken connections.
        String answer = await().atMost(Duration.ofMinutes(3))
                .until(() -> HTTP.send(request, BodyHandlers.ofString()), response -> response.statusCode() == 200)
                .body();

        assertThat(claims(answer, "access_token"))
                .contains("\"groups\":[\"betriebshof\"]", "\"amtsfluss\"", "\"iss\":\"" + issuer + "\"");
        assertThat(claims(answer, "id_token"))
                .contains("\"groups\":[\"betriebshof\"]", "\"email\":\"mia.mustermann@example.org\"");
    }

    private static String claims(String answer, String token) {
        String payload = answer.replaceAll(".*\"%s\":\"[^.]*\\.([^.]*)\\..*".formatted(token), "$1");
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    @Test
    void mailServerHasNoMailBeforeOneIsSent() throws Exception {
        assertThat(get("http://127.0.0.1:%d/api/user".formatted(stack.port(Port.MAIL_API))))
                .isEqualTo("[]");
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}

package de.amtsfluss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * 200 orders, 20 registrations of dogs and a hundred reports a second of other sensors, while each server and the
 * application itself are killed in turn.
 */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class KillSystemTests {

    private static final int ORDERS = 200;
    private static final int EMPTY = 2_000;
    private static final int FULL = 200;
    private static final int UPLINKS_PER_ANMELDUNG = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What is killed after how many uplinks have gone out. */
    private static final Map<Integer, Part> KILLS =
            Map.of(40, Part.ZEEBE, 80, Part.KAFKA, 120, Part.POSTGRESQL, 160, Part.APPLICATION);

    private final LocalStack stack;
    private final JdbcClient jdbc;
    private final Hundeanmeldungen anmeldungen;
    private final List<Sensor> sensors = IntStream.range(0, ORDERS)
            .mapToObj(number -> new Sensor(devEui(number)))
            .toList();

    KillSystemTests(LocalStack stack) {
        this.stack = stack;
        var settings = stack.springProperties();
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(
                settings.getOrDefault("spring.datasource.url", ""),
                settings.getOrDefault("spring.datasource.username", ""),
                settings.getOrDefault("spring.datasource.password", "")));
        this.anmeldungen = new Hundeanmeldungen(stack, jdbc, PATIENCE);
    }

    @BeforeEach
    void registerContainers() {
        for (var number = 0; number < ORDERS + OtherSensors.COUNT; number++) {
            jdbc.sql("""
                    insert into lorawan_triggers.asset (id, art, ort, breite, laenge, bezirk, merkmale)
                    values (:id, 'container', 'Probestraße 1, Mitte', 52.02, 8.53, 'Mitte',
                        '{"fraktion": "Restmuell", "volumenLiter": 1100}') on conflict do nothing""").param("id", containerId(number)).update();
            jdbc.sql("""
                    insert into lorawan_triggers.device
                        (dev_eui, asset_id, typ, kalibrierung, variablen, gueltig_ab)
                    values (:devEui, :id, 'milesight/em400-mud',
                        jsonb_build_object('emptyDistanceMm', :empty::int, 'fullDistanceMm', :full::int), '{}', '2000-01-01')
                    on conflict do nothing""")
                    .param("devEui", devEui(number))
                    .param("id", containerId(number))
                    .param("empty", EMPTY)
                    .param("full", FULL)
                    .update();
        }
        jdbc.sql("update lorawan_triggers.registry_version set version = version + 1")
                .update();
    }

    @Test
    void losesAndDoublesNothingWhateverIsKilled() {
        try (var others =
                new OtherSensors(jdbc, stack.port(Port.MQTT), number -> devEui(ORDERS + number), distanceAt(50))) {
            others.begin();
            fillAndEmptyAll();
            others.assertAllArrive(PATIENCE);
        }
        assertThat(count("true")).isEqualTo(ORDERS);
        assertThat(filedDocuments()).isEqualTo(ORDERS);
        anmeldungen.assertNoneIsLostOrDoubled();
        assertThat(incidents()).isZero();
    }

    private void fillAndEmptyAll() {
        playAll(distanceAt(97), KILLS);

        await().atMost(PATIENCE).until(() -> count("status = 'OFFEN'"), open -> open == ORDERS);
        await().atMost(PATIENCE).until(this::openTasks, open -> open == ORDERS);

        playAll(distanceAt(5), Map.of(40, Part.APPLICATION, 90, Part.ZEEBE, 140, Part.KAFKA, 180, Part.POSTGRESQL));

        await().atMost(PATIENCE)
                .until(() -> count("status = 'ABGESCHLOSSEN' and ergebnis = 'gemessen'"), closed -> closed == ORDERS);
        await().atMost(PATIENCE).until(this::openTasks, open -> open == 0);
    }

    /**
     * Each sensor sends once and some dogs are registered; parts die in the middle and come back while the others go
     * on.
     */
    private void playAll(int distanceMm, Map<Integer, Part> kills) {
        var restarts = CompletableFuture.<Void>completedFuture(null);
        var client = connect();
        for (var number = 0; number < ORDERS; number++) {
            var victim = kills.get(number);
            if (victim != null) {
                restarts.join();
                stack.part(victim).kill();
                restarts = CompletableFuture.runAsync(() -> stack.part(victim).restart());
            }
            if (number % UPLINKS_PER_ANMELDUNG == 0) {
                anmeldungen.handIn();
            }
            client.publishWith()
                    .topic(sensors.get(number).topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(sensors.get(number).uplink(distanceMm).getBytes(StandardCharsets.UTF_8))
                    .send();
        }
        restarts.join();
        client.disconnect();
    }

    private Mqtt5BlockingClient connect() {
        var client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(stack.port(Port.MQTT))
                .buildBlocking();
        client.connect();
        return client;
    }

    private static int distanceAt(int percent) {
        return EMPTY - (EMPTY - FULL) * percent / 100;
    }

    private static String containerId(int number) {
        return "BI-KILL-%03d".formatted(number);
    }

    private static String devEui(int number) {
        return "24E124FFFE%06X".formatted(number);
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from processes.vorgang where betreff like 'Container BI-KILL-%' and "
                        + condition)
                .query(Integer.class)
                .single();
    }

    private int openTasks() {
        return jdbc.sql("""
                select count(*) from processes.user_task t
                join processes.vorgang v using (process_instance_key)
                where t.state = 'CREATED' and v.betreff like 'Container BI-KILL-%'""").query(Integer.class).single();
    }

    private int filedDocuments() {
        return jdbc.sql("""
                select count(*) from processes.dokument d join processes.vorgang v on v.id = d.vorgang_id
                where d.abgelegt_am is not null and v.betreff like 'Container BI-KILL-%'""").query(Integer.class).single();
    }

    private int incidents() {
        return jdbc.sql("select count(*) from processes.incident where state = 'CREATED'")
                .query(Integer.class)
                .single();
    }
}

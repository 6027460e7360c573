package de.amtsfluss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Registrations of dogs while each server and the application itself are killed in turn. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class HundesteuerKillSystemTests {

    private static final int DOGS = 20;
    private static final String ADDRESS = "kilian.mustermann@example.org";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    /** What is killed after how many registrations have been taken. */
    private static final Map<Integer, Part> KILLS =
            Map.of(4, Part.ZEEBE, 8, Part.POSTGRESQL, 12, Part.KAFKA, 16, Part.APPLICATION);

    private final LocalStack stack;
    private final Api api;
    private final JdbcClient jdbc;
    private final List<UUID> ids =
            IntStream.range(0, DOGS).mapToObj(number -> UUID.randomUUID()).toList();

    HundesteuerKillSystemTests(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack);
        var settings = stack.springProperties();
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(
                settings.getOrDefault("spring.datasource.url", ""),
                settings.getOrDefault("spring.datasource.username", ""),
                settings.getOrDefault("spring.datasource.password", "")));
    }

    @Test
    void losesAndDoublesNoBescheidLetterOrMailWhateverIsKilled() {
        register();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> dispatched("bescheid"), sent -> sent == DOGS);
        await().atMost(PATIENCE).until(() -> mailsOnTheirWay(), waiting -> waiting == 0);

        assertThat(count("vorgang where id = any(:ids)")).isEqualTo(DOGS);
        assertThat(count("dokument where vorgang_id = any(:ids) and abgelegt_am is not null"))
                .isEqualTo(DOGS);
        assertThat(jdbc.sql("""
                select count(distinct vorgang_id) from processes.dokument
                where vorgang_id = any(:ids) and abgelegt_am is not null""")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(DOGS);
        assertThat(dispatched("bescheid")).isEqualTo(DOGS);
        assertThat(dispatched("eingang")).isEqualTo(DOGS);
        assertThat(count("incident where state = 'CREATED'")).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(mails()).hasSize(count("versand where vorgang_id = any(:ids) and weg = 'EMAIL'")));
    }

    /** Each is sent until it is taken, as a caller does that got no answer; parts die in between. */
    private void register() {
        var restarts = CompletableFuture.<Void>completedFuture(null);
        for (var number = 0; number < DOGS; number++) {
            var victim = KILLS.get(number);
            if (victim != null) {
                restarts.join();
                stack.part(victim).kill();
                restarts = CompletableFuture.runAsync(() -> stack.part(victim).restart());
            }
            var id = ids.get(number);
            var angaben = HundesteuerSystemTests.angaben("andere", number % 2 == 0 ? "email" : "brief")
                    .replace("paul.mustermann@example.org", ADDRESS);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> submit(id, angaben) == 201);
        }
        restarts.join();
    }

    private int submit(UUID id, String angaben) throws IOException, InterruptedException {
        return api.post(
                        "/api/antraege/hundesteuer-anmelden?kanal=BRIEF&id=" + id,
                        angaben,
                        api.token("erika.musterfrau"))
                .statusCode();
    }

    private int dispatched(String template) {
        return jdbc.sql("""
                select count(*) from processes.versand
                where vorgang_id = any(:ids) and template = :template and auftrag not like '%:hinweis'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    private int mailsOnTheirWay() {
        return count("versand where vorgang_id = any(:ids) and weg = 'EMAIL' and zustand = 'VORGEMERKT'");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from processes." + what)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** A mail that goes out twice has the same Message-ID, by which mail systems recognise it (RFC 5322, 3.6.4). */
    private Set<String> mails() throws IOException, InterruptedException {
        var answer = api.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/user/%s/messages/".formatted(stack.port(Port.MAIL_API), ADDRESS))));
        return Api.json(answer).findValuesAsString("mimeMessage").stream()
                .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}

package de.amtsfluss;

import static de.amtsfluss.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A draft that goes its way through several offices over HTTP, on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class GeschaeftsgangSystemTests {

    private static final String CONTAINER = "BI-C-0009";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SIGNED = "{\"vermerk\":\"GEZEICHNET\"}";
    private static final String REASON = "Der Standort fehlt im Bescheid.";

    private final LocalStack stack;
    private final Api api;
    private final JdbcClient jdbc;
    private UUID draft = new UUID(0, 0);

    GeschaeftsgangSystemTests(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack);
        var settings = stack.springProperties();
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(
                settings.getOrDefault("spring.datasource.url", ""),
                settings.getOrDefault("spring.datasource.username", ""),
                settings.getOrDefault("spring.datasource.password", "")));
    }

    @Test
    void aDraftThatOneOfTwoRefusesIsRevisedSignedByBothAndFiled() throws Exception {
        var max = api.token("max.mustermann");
        var vorgang = openVorgang(max);
        draft = handInDraft(vorgang, max);
        assertThat(api.get("/api/vorgaenge/" + vorgang, api.token("erika.musterfrau"))
                        .statusCode())
                .isEqualTo(404);

        var started = api.post("/api/geschaeftsgaenge", """
                {"vorgang": "%s", "dokument": "%s", "schritte": [
                  {"verfuegung": "ZUR_MITZEICHNUNG", "person": "erika.musterfrau", "notiz": "Gebühren"},
                  {"verfuegung": "ZUR_MITZEICHNUNG", "gruppe": "ordnungsamt", "parallel": true},
                  {"verfuegung": "ZUR_KENNTNIS", "person": "dora.musterfrau", "parallel": true},
                  {"verfuegung": "SCHLUSSZEICHNUNG", "person": "karl.mustermann"}]}""".formatted(vorgang, draft), max);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        var path = "/api/geschaeftsgaenge/" + json(started).path("id").asString();

        authorCannotSignFor("erika.musterfrau", vorgang, max);
        complete("erika.musterfrau", vorgang, "Entwurf mitzeichnen", SIGNED);
        var otto = "otto.mustermann";
        claim(otto, vorgang, "Entwurf mitzeichnen");
        complete(
                otto,
                vorgang,
                "Entwurf mitzeichnen",
                "{\"vermerk\":\"NICHT_GEZEICHNET\",\"begruendung\":\"%s\"}".formatted(REASON));
        complete("max.mustermann", vorgang, "Entwurf überarbeiten", "{\"erneut\":true}");
        complete("erika.musterfrau", vorgang, "Entwurf mitzeichnen", SIGNED);
        claim(otto, vorgang, "Entwurf mitzeichnen");
        complete(otto, vorgang, "Entwurf mitzeichnen", SIGNED);
        assertThat(isFiled()).isFalse();
        complete("lea.musterfrau", "karl.mustermann", vorgang, "Entwurf abschließend zeichnen", SIGNED);

        assertThat(isFiled()).isTrue();
        await().atMost(PATIENCE)
                .until(() -> json(api.get(path, max)).path("status").asString().equals("ABGESCHLOSSEN"));
        var steps = json(api.get(path, max)).path("schritte");
        assertThat(steps.findValuesAsString("vermerk"))
                .containsExactly("GEZEICHNET", "NICHT_GEZEICHNET", "GEZEICHNET", "GEZEICHNET", "GEZEICHNET");
        assertThat(steps.get(1).path("bearbeitung").path("begruendung").asString())
                .isEqualTo(REASON);
        assertThat(steps.get(5).path("bearbeitung").path("fuer").asString()).isEqualTo("karl.mustermann");
        complete("dora.musterfrau", vorgang, "Entwurf zur Kenntnis nehmen", "{}");
        await().atMost(PATIENCE).until(() -> isEnded(vorgang));
    }

    /** Not even as the deputy of the one who is asked. */
    private void authorCannotSignFor(String person, String vorgang, String author)
            throws IOException, InterruptedException {
        var path = "/api/aufgaben/" + task(person, vorgang, "Entwurf mitzeichnen") + "/erledigung";
        assertThat(api.post(path, SIGNED, author).statusCode()).isEqualTo(404);
        var end = enter("max.mustermann", person);
        var refused = api.post(path, SIGNED, author);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("Vier-Augen-Prinzip");
        assertThat(api.post(end, "", api.token(person)).statusCode()).isEqualTo(200);
    }

    /** Lets somebody stand in for a person and complete that person's task. */
    private void complete(String deputy, String person, String vorgang, String task, String values)
            throws IOException, InterruptedException {
        var key = task(person, vorgang, task);
        assertThat(api.post("/api/aufgaben/" + key + "/erledigung", values, api.token(deputy))
                        .statusCode())
                .isEqualTo(404);
        var end = enter(deputy, person);
        complete(deputy, vorgang, task, values);
        assertThat(api.post(end, "", api.token(person)).statusCode()).isEqualTo(200);
    }

    /** Enters a deputy from today on and gives the address that ends it. */
    private String enter(String deputy, String person) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var entered = api.post(
                "/api/vertretungen",
                "{\"wer\":\"%s\",\"von\":\"%s\",\"bis\":\"%s\"}".formatted(deputy, today, today.plusDays(1)),
                api.token(person));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
        return "/api/vertretungen/%s/ende".formatted(json(entered).path("id").asString());
    }

    private void complete(String kennung, String vorgang, String task, String values)
            throws IOException, InterruptedException {
        var answer =
                api.post("/api/aufgaben/" + task(kennung, vorgang, task) + "/erledigung", values, api.token(kennung));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(202, 204);
    }

    private void claim(String kennung, String vorgang, String task) throws IOException, InterruptedException {
        var answer = api.post("/api/aufgaben/" + task(kennung, vorgang, task) + "/uebernahme", "", api.token(kennung));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private String task(String kennung, String vorgang, String name) throws IOException, InterruptedException {
        var token = api.token(kennung);
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            for (JsonNode task : json(api.get("/api/aufgaben", token))) {
                                if (task.path("vorgang").asString("").equals(vorgang)
                                        && task.path("bezeichnung").asString().equals(name)) {
                                    return task.path("key").asString();
                                }
                            }
                            return "";
                        },
                        key -> !key.isEmpty());
    }

    /** A full container opens a Vorgang. */
    private String openVorgang(String token) throws IOException, InterruptedException {
        var uplink = jdbc.sql("""
                select dev_eui, (kalibrierung ->> 'fullDistanceMm')::float8::int from lorawan_triggers.device
                where asset_id = :container""")
                .param("container", CONTAINER)
                .query((row, number) -> new Sensor(row.getString(1)).uplink(row.getInt(2)))
                .single();
        var answer = api.send(api.request("/api/lorawan/chirpstack?event=up")
                .header(
                        "Authorization",
                        "Bearer "
                                + stack.springProperties()
                                        .getOrDefault("amtsfluss.lorawan-triggers.webhook-secret", ""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(uplink)));
        assertThat(answer.statusCode()).isEqualTo(202);
        return await().atMost(PATIENCE)
                .until(
                        () -> json(api.get("/api/vorgaenge?suche=" + CONTAINER, token))
                                .path(0)
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
    }

    /** Whoever hands it in is its author and may not sign it. */
    private UUID handInDraft(String vorgang, String token) throws IOException, InterruptedException {
        var answer = api.upload(
                "/api/vorgaenge/%s/dokumente?richtung=AUSGANG".formatted(vorgang), "Bescheid.txt", "Entwurf", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(json(answer).path("id").asString());
    }

    private boolean isFiled() {
        return jdbc.sql("select abgelegt_am is not null from processes.dokument where id = :id")
                .param("id", draft)
                .query(Boolean.class)
                .single();
    }

    private boolean isEnded(String vorgang) {
        return jdbc.sql("""
                select p.state = 'COMPLETED' from processes.process_instance p
                join processes.geschaeftsgang g on g.process_instance_key = p.key
                where g.vorgang_id = :vorgang""")
                .param("vorgang", UUID.fromString(vorgang))
                .query(Boolean.class)
                .single();
    }
}

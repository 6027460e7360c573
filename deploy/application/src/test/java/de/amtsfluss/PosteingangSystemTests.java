package de.amtsfluss;

import static de.amtsfluss.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;

/** Post on the real servers: a letter becomes a Vorgang, and a mail that names it finds it. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class PosteingangSystemTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TAKE_OVER = "Post übernehmen";

    private final LocalStack stack;
    private final Api api;

    PosteingangSystemTests(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack);
    }

    @Test
    void aLetterBecomesAVorgangAndAMailThatNamesItIsFiledThere() throws Exception {
        var pia = api.token("pia.musterfrau");
        var erika = api.token("erika.musterfrau");
        var letter = api.upload(
                "/api/posteingaenge?eingegangenAm=2026-11-20",
                "Brief.txt",
                "Ich möchte meinen Hund anmelden und bitte um den Bescheid über die Hundesteuer. " + UUID.randomUUID(),
                pia);
        assertThat(letter.statusCode()).as(letter.body()).isEqualTo(201);
        var number = json(letter).path("eingangsnummer").asString();

        complete(number, TAKE_OVER, "{\"ergebnis\":\"NEUER_VORGANG\",\"verfahren\":\"hundesteuer-anmelden\"}", erika);
        var vorgang = taskOf(number, "Antrag aus der Post aufnehmen", erika)
                .path("vorgang")
                .asString();
        assertThat(json(api.get("/api/vorgaenge/" + vorgang + "/dokumente", erika))
                        .path(0)
                        .path("posteingangAm")
                        .asString())
                .isEqualTo("2026-11-20");
        var antrag = api.post(
                "/api/antraege/hundesteuer-anmelden?kanal=BRIEF&id=" + vorgang,
                Hundeformular.angaben("andere", "brief"),
                erika);
        assertThat(antrag.statusCode()).as(antrag.body()).isEqualTo(201);
        complete(number, "Antrag aus der Post aufnehmen", "{\"aufgenommen\":true}", erika);

        var subject = "Nachfrage zu " + json(antrag).path("aktenzeichen").asString();
        send(subject);
        var mail = await().atMost(PATIENCE).until(() -> byBetreff(subject, erika), found -> !found.isEmpty());
        complete(mail, TAKE_OVER, "{\"ergebnis\":\"VORGANG\"}", erika);

        await().atMost(PATIENCE)
                .until(() -> json(api.get("/api/vorgaenge/" + vorgang + "/dokumente", erika))
                        .findValuesAsString("name")
                        .contains("Original.eml"));
        assertThat(api.get("/api/posteingaenge/" + mail, pia).statusCode()).isEqualTo(404);
        assertThat(json(api.get("/api/posteingaenge/" + mail, erika))
                        .path("status")
                        .asString())
                .isEqualTo("UEBERNOMMEN");
    }

    private void send(String subject) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(stack.port(Port.SMTP));
        var mail = new SimpleMailMessage();
        mail.setFrom("paul.mustermann@example.org");
        mail.setTo("post@stadt.example");
        mail.setSubject(subject);
        mail.setText("Guten Tag, wann kommt der Bescheid?");
        server.send(mail);
    }

    private String byBetreff(String betreff, String token) throws IOException, InterruptedException {
        for (JsonNode post : json(api.get("/api/posteingaenge", token))) {
            if (post.path("inhalt").path("betreff").asString("").equals(betreff)) {
                return post.path("eingangsnummer").asString();
            }
        }
        return "";
    }

    private void complete(String number, String name, String values, String token)
            throws IOException, InterruptedException {
        var path = "/api/aufgaben/" + taskOf(number, name, token).path("key").asString();
        assertThat(api.post(path + "/uebernahme", "", token).statusCode()).isEqualTo(204);
        var answer = api.post(path + "/erledigung", values, token);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(202, 204);
    }

    private JsonNode taskOf(String number, String name, String token) throws IOException, InterruptedException {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            for (JsonNode task : json(api.get("/api/aufgaben", token))) {
                                if (task.path("aktenzeichen").asString("").equals(number)
                                        && task.path("bezeichnung").asString().equals(name)) {
                                    return task;
                                }
                            }
                            return json(api.get("/api/aufgaben", token)).path("fehlt");
                        },
                        task -> !task.isMissingNode());
    }
}

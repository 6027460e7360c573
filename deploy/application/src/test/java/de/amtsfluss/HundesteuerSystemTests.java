package de.amtsfluss;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.amtsfluss.Chromium.assertNoViolations;
import static de.amtsfluss.Chromium.shoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** From the form in the portal to the announced Bescheid, in a real browser on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class HundesteuerSystemTests {

    private static final Duration PATIENCE = Chromium.PATIENCE;
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final LocalStack stack;
    private final Api api;

    HundesteuerSystemTests(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack);
    }

    @Test
    void aDogIsRegisteredInThePortalAndTheBescheidIsAnnounced() throws Exception {
        try (var citizen = login("paula.mustermann")) {
            var page = citizen.pages().getFirst();
            page.navigate(api.address() + "/portal");
            assertNoViolations(page);
            shoot(page, "portal");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hundesteuer anmelden"))
                    .click();
            Hundeformular.fillIn(page, "Nein");
            assertNoViolations(page);
            shoot(page, "portal-formular");
            page.locator("#erledigen").click();
            assertThat(page.locator("h1")).hasText("Der Antrag ist eingegangen");
            var aktenzeichen = page.locator("#aktenzeichen").innerText();
            assertThat(aktenzeichen).matches("200\\.2-20\\.31/\\d{4}-\\d{4}");
            assertNoViolations(page);
            shoot(page, "portal-eingang");

            assertTheBescheidIsInTheInbox(page, aktenzeichen);
            assertItIsAnnounced(aktenzeichen);
            page.navigate(api.address() + "/portal/meine");
            assertThat(page.locator("main")).containsText("abgeschlossen");
            assertNoViolations(page);
            shoot(page, "portal-meine");
        }
    }

    private void assertTheBescheidIsInTheInbox(Page page, String aktenzeichen) throws IOException {
        await().atMost(PATIENCE).until(() -> {
            page.navigate(api.address() + "/portal/postfach");
            return page.locator("main").innerText().contains("Dokument öffnen");
        });
        assertNoViolations(page);
        shoot(page, "portal-postfach");
        var link = page.locator("a[href*='/nachrichten/']").first().getAttribute("href");
        var answer = page.request().get(api.address() + link);
        assertThat(answer.status()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Hundesteuerbescheid",
                            aktenzeichen,
                            "Paula Mustermann",
                            "Musterstraße 12",
                            "33602 Bielefeld",
                            "Rechtsbehelfsbelehrung");
        }
        try (var stranger = Chromium.visitor()) {
            assertThat(stranger.request().get(api.address() + link).status()).isEqualTo(404);
        }
    }

    /** The engine's clock goes on by itself only; what it waits for is four days away and more, over a weekend. */
    private void assertItIsAnnounced(String aktenzeichen) throws Exception {
        var erika = api.token("erika.musterfrau");
        var id =
                await().atMost(PATIENCE).until(() -> api.vorgang(aktenzeichen, erika), found -> !found.isMissingNode());
        var path = "/api/vorgaenge/" + id.path("id").asString();
        await().atMost(PATIENCE)
                .until(() -> !Api.json(api.get(path, erika))
                        .path("daten")
                        .path("bekanntgabe")
                        .isMissingNode());
        var announced = LocalDate.parse(Api.json(api.get(path, erika))
                .path("daten")
                .path("bekanntgabe")
                .path("endeAm")
                .asString());
        var heute = LocalDate.now(OFFICE);
        assertThat(announced).isBetween(heute.plusDays(4), heute.plusDays(9));
        assertThat(Api.json(api.get(path, erika)).path("status").asString()).isEqualTo("OFFEN");

        moveEngine(Duration.ofDays(10));

        await().atMost(PATIENCE)
                .until(() -> Api.json(api.get(path, erika))
                        .path("ergebnis")
                        .asString("")
                        .equals("angemeldet"));
        assertThat(Api.json(api.get(path, erika)).path("dokumente").findValuesAsString("name"))
                .anySatisfy(name -> assertThat(name).startsWith("Hundesteuerbescheid"));
        giveTheEngineItsTimeBack();
    }

    @Test
    void aDogOfACertainBreedReachesTheOrdnungsamtAndAStrangerLearnsNothing() throws Exception {
        var erika = api.token("erika.musterfrau");
        var otto = api.token("otto.mustermann");
        var taken = api.post(
                "/api/antraege/hundesteuer-anmelden?kanal=TELEFON&id=" + UUID.randomUUID(),
                Hundeformular.angaben("Rottweiler", "brief"),
                erika);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var path = "/api/vorgaenge/" + Api.json(taken).path("vorgang").asString();

        await().atMost(PATIENCE)
                .until(() -> api.get("/api/aufgaben", otto).body().contains("Hundehaltung prüfen"));
        assertThat(api.get(path, otto).statusCode()).isEqualTo(404);
        var own = Api.json(api.get("/api/vorgaenge?suche=320.1-32.45", otto)).get(0);
        var daten = Api.json(api.get("/api/vorgaenge/" + own.path("id").asString(), otto))
                .path("daten");
        assertThat(daten.path("rasse").asString()).isEqualTo("Rottweiler");
        assertThat(daten.path("befreiungGrund").isMissingNode()).isTrue();

        try (var stranger = Chromium.visitor()) {
            var page = stranger.newPage();
            page.navigate(api.address() + "/portal/status");
            assertNoViolations(page);
            page.getByLabel("Aktenzeichen")
                    .fill(Api.json(taken).path("aktenzeichen").asString());
            page.getByLabel("Zugangscode").fill("2222-2222-2222");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anzeigen"))
                    .click();
            assertThat(page.locator("main")).containsText("passen nicht zusammen");
            page.getByLabel("Zugangscode")
                    .fill(Api.json(taken).path("zugangscode").asString());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anzeigen"))
                    .click();
            assertThat(page.locator("#stand")).isVisible();
            assertNoViolations(page);
            shoot(page, "portal-antrag");
        }
    }

    private void moveEngine(Duration duration) throws IOException, InterruptedException {
        var answer = api.send(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/actuator/clock/add".formatted(stack.port(Port.ZEEBE_MANAGEMENT))))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":%d}".formatted(duration.toMillis()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /**
     * Restarted, the engine has the time of all others again. Were it set back while it runs, its parts would wait for
     * the time they knew; were it left ahead, jobs handed out until then would be missing for days after a restart.
     */
    private void giveTheEngineItsTimeBack() {
        stack.part(Part.ZEEBE).kill();
        stack.part(Part.ZEEBE).restart();
    }

    private BrowserContext login(String kennung) {
        return Chromium.login(kennung, api.address() + "/portal/meine", "Meine Anträge");
    }
}

package de.amtsfluss;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.amtsfluss.Chromium.assertNoViolations;
import static de.amtsfluss.Chromium.shoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import tools.jackson.databind.JsonNode;

/** From the form in the portal to the announced Bescheid, in a real browser on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class HundesteuerSystemTests {

    private static final Duration PATIENCE = Chromium.PATIENCE;
    private static final String DOG = "Bello <i>I.</i>";
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
            fillIn(page, "Nein");
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
        var id = await().atMost(PATIENCE).until(() -> vorgang(aktenzeichen, erika), found -> !found.isMissingNode());
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
    }

    private JsonNode vorgang(String aktenzeichen, String token) throws IOException, InterruptedException {
        return Api.json(api.get("/api/vorgaenge?suche=" + aktenzeichen.replace("/", "%2F"), token))
                .path(0);
    }

    @Test
    void aDogOfACertainBreedReachesTheOrdnungsamtAndAStrangerLearnsNothing() throws Exception {
        var erika = api.token("erika.musterfrau");
        var otto = api.token("otto.mustermann");
        var taken = api.post(
                "/api/antraege/hundesteuer-anmelden?kanal=TELEFON&id=" + UUID.randomUUID(),
                angaben("Rottweiler", "brief"),
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

    @Test
    void whatIsTakenBackInThePortalIsNotDecided() throws Exception {
        var erika = api.token("erika.musterfrau");
        try (var context = Chromium.visitor()) {
            var page = context.newPage();
            page.navigate(api.address() + "/portal/leistungen/hundesteuer-anmelden");
            fillIn(page, "Ja, für einen Assistenzhund");
            select(page, "Select_schwerbehindertMerkzeichen", "BL");
            field(page, "Radio_hatBefreitenAssistenzhund-1").check();
            field(page, "Radio_nachweisStand-0").check();
            page.locator("#erledigen").click();
            assertThat(page.locator("h1")).hasText("Der Antrag ist eingegangen");
            var aktenzeichen = page.locator("#aktenzeichen").innerText();
            await().atMost(PATIENCE)
                    .until(() -> api.get("/api/aufgaben", erika).body().contains(aktenzeichen));

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zum Antrag"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Angaben ändern"))
                    .click();
            assertThat(page.getByLabel("Rufname")).hasValue(DOG);
            assertNoViolations(page);
            page.goBack();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Antrag zurücknehmen"))
                    .click();
            assertThat(page.locator("#stand")).hasText("zurückgenommen");

            await().atMost(PATIENCE)
                    .until(() -> vorgang(aktenzeichen, erika).path("ergebnis").asString(""), "zurueckgenommen"::equals);
            assertThat(api.get("/api/aufgaben", erika).body()).doesNotContain(aktenzeichen);
        }
    }

    private static void fillIn(Page page, String befreiung) {
        fill(page, "Textfield_vorname", "Paula");
        fill(page, "Textfield_nachname", "Mustermann");
        fill(page, "Datetime_geburtsdatum-date", "29.02.1980");
        fill(page, "Textfield_strasse", "Musterstraße 12");
        fill(page, "Textfield_plz", "33602");
        fill(page, "Textfield_ort", "Bielefeld");
        field(page, "Radio_versandweg-1").check();
        fill(page, "Textfield_hundName", DOG);
        select(page, "Select_rasse", "Andere Rasse oder Mischling");
        fill(page, "Textfield_rasseAngabe", "Dackel");
        field(page, "Radio_kreuzung-1").check();
        fill(page, "Datetime_hundGeburtsdatum-date", "01.05.2020");
        field(page, "Radio_geschlecht-1").check();
        fill(page, "Textfield_farbe", "braun");
        fill(page, "Number_widerristhoeheCm", "25");
        fill(page, "Number_gewichtKg", "9");
        field(page, "Radio_gefaehrlichFestgestellt-1").check();
        fill(page, "Datetime_angeschafftAm-date", "01.03.2026");
        select(page, "Select_herkunft", "Von einer Privatperson");
        fill(page, "Number_weitereHunde", "0");
        select(page, "Select_befreiungGrund", befreiung);
        field(page, "Radio_zahlweise-0").check();
    }

    /** form-js draws fields with ids that end with that of the form's component. */
    private static Locator field(Page page, String id) {
        return page.locator("input[id$='-%s']".formatted(id));
    }

    private static void fill(Page page, String id, String value) {
        field(page, id).fill(value);
        field(page, id).press("Tab");
    }

    private static void select(Page page, String id, String option) {
        // A field that has the focus shows its list already, and a click would close it.
        field(page, id).focus();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(option))
                .first()
                .click();
    }

    static String angaben(String rasse, String versandweg) {
        return """
                {"vorname":"Paul","nachname":"Mustermann","geburtsdatum":"1981-03-01","strasse":"Musterweg 3","plz":"33604",
                "ort":"Bielefeld","email":"paul.mustermann@example.org","versandweg":"%s","hundName":"Bella","rasse":"%s",
                %s"kreuzung":false,"hundGeburtsdatum":"2021-01-01","geschlecht":"huendin","farbe":"schwarz",
                "widerristhoeheCm":30,"gewichtKg":12,"gefaehrlichFestgestellt":false,"angeschafftAm":"2026-01-15",
                "herkunft":"tierheim","weitereHunde":0,"befreiungGrund":"keiner","zahlweise":"jaehrlich"}""".formatted(versandweg, rasse, rasse.equals("andere") ? "\"rasseAngabe\":\"Pudel\"," : "");
    }

    private void moveEngine(Duration duration) throws IOException, InterruptedException {
        var answer = api.send(HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/actuator/clock/add".formatted(stack.port(Port.ZEEBE_MANAGEMENT))))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":%d}".formatted(duration.toMillis()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private BrowserContext login(String kennung) {
        return Chromium.login(kennung, api.address() + "/portal/meine", "Meine Anträge");
    }
}

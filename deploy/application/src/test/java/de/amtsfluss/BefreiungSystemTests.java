package de.amtsfluss;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.amtsfluss.Chromium.assertNoViolations;
import static de.amtsfluss.Chromium.shoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What becomes of an application for exemption from the dog tax, in a real browser on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
class BefreiungSystemTests {

    private static final Duration PATIENCE = Chromium.PATIENCE;

    private final Api api;

    BefreiungSystemTests(LocalStack stack) {
        this.api = new Api(stack);
    }

    @Test
    void whatIsTakenBackInThePortalIsNotDecided() throws Exception {
        var erika = api.token("erika.musterfrau");
        try (var context = Chromium.visitor()) {
            var page = context.newPage();
            var aktenzeichen = applyForExemption(page, "Radio_nachweisStand-0");
            await().atMost(PATIENCE)
                    .until(() -> api.get("/api/aufgaben", erika).body().contains(aktenzeichen));

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zum Antrag"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Angaben ändern"))
                    .click();
            assertThat(page.getByLabel("Rufname")).hasValue(Hundeformular.DOG);
            assertNoViolations(page);
            page.goBack();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Antrag zurücknehmen"))
                    .click();
            assertThat(page.locator("#stand")).hasText("zurückgenommen");

            await().atMost(PATIENCE)
                    .until(
                            () -> api.vorgang(aktenzeichen, erika)
                                    .path("ergebnis")
                                    .asString(""),
                            "zurueckgenommen"::equals);
            // The list of tasks hears of it from the engine, the Vorgang from the worker.
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(api.get("/api/aufgaben", erika).body()).doesNotContain(aktenzeichen));
        }
    }

    @Test
    void aMissingProofIsHandedInWhileTheClockStandsAndTheExemptionIsGranted() throws Exception {
        var erika = api.token("erika.musterfrau");
        try (var context = Chromium.visitor()) {
            var page = context.newPage();
            var aktenzeichen = applyForExemption(page, "Radio_nachweisStand-1");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zum Antrag"))
                    .click();
            assertThat(page.locator("#stand")).isVisible();
            await().atMost(PATIENCE).until(() -> {
                page.reload();
                return page.locator("main").innerText().contains("Die Uhr steht seit");
            });
            assertNoViolations(page);
            shoot(page, "portal-nachforderung");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Angaben ändern"))
                    .click();
            assertThat(Hundeformular.field(page, "Textfield_farbe")).hasValue("braun");
            Hundeformular.fill(page, "Textfield_farbe", "schwarz");
            assertThat(Hundeformular.field(page, "Textfield_farbe")).hasValue("schwarz");
            page.locator("#erledigen").click();
            assertThat(page.locator("main")).containsText("Ihre Änderung ist eingegangen.");
            page.getByLabel("Datei").setInputFiles(new FilePayload("Ausweis.pdf", "application/pdf", proof()));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abgeben"))
                    .click();
            assertThat(page.locator("main")).containsText("„Ausweis.pdf“ ist angekommen.");

            grant(aktenzeichen, erika);
            assertTheExemptionIsSetDown(aktenzeichen, erika);
        }
    }

    private String applyForExemption(Page page, String nachweis) {
        page.navigate(api.address() + "/portal/leistungen/hundesteuer-anmelden");
        Hundeformular.fillIn(page, "Ja, für einen Assistenzhund");
        Hundeformular.select(page, "Select_schwerbehindertMerkzeichen", "BL");
        Hundeformular.field(page, "Radio_hatBefreitenAssistenzhund-1").check();
        Hundeformular.field(page, nachweis).check();
        page.locator("#erledigen").click();
        assertThat(page.locator("h1")).hasText("Der Antrag ist eingegangen");
        return page.locator("#aktenzeichen").innerText();
    }

    private static byte[] proof() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A correction during the check leads to another check; the office decides each. */
    private void grant(String aktenzeichen, String token) {
        await().atMost(PATIENCE).until(() -> {
            var task = task(aktenzeichen, token);
            if (!task.isMissingNode()) {
                var path = "/api/aufgaben/" + task.path("key").asString();
                api.post(path + "/uebernahme", "", token);
                api.post(path + "/erledigung", "{\"befreiungGewaehrt\":true}", token);
            }
            return Api.json(api.get(
                            "/api/vorgaenge/"
                                    + api.vorgang(aktenzeichen, token)
                                            .path("id")
                                            .asString(),
                            token))
                    .path("dokumente")
                    .findValuesAsString("name")
                    .stream()
                    .anyMatch(name -> name.startsWith("Hundesteuerbescheid"));
        });
    }

    private JsonNode task(String aktenzeichen, String token) throws IOException, InterruptedException {
        return Api.json(api.get("/api/aufgaben", token))
                .valueStream()
                .filter(task -> task.toString().contains(aktenzeichen))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private void assertTheExemptionIsSetDown(String aktenzeichen, String token)
            throws IOException, InterruptedException {
        var vorgang = Api.json(api.get(
                "/api/vorgaenge/" + api.vorgang(aktenzeichen, token).path("id").asString(), token));
        assertThat(vorgang.path("daten").path("farbe").asString()).isEqualTo("schwarz");
        assertThat(vorgang.path("dokumente").findValuesAsString("name")).contains("Ausweis.pdf");
        var letter = vorgang.path("dokumente")
                .valueStream()
                .filter(document -> document.path("name").asString().startsWith("Hundesteuerbescheid"))
                .map(document -> document.path("id").asString())
                .findFirst()
                .orElseThrow();
        try (var document = Loader.loadPDF(api.download("/api/dokumente/" + letter, token))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Die Hundesteuer wird auf 0,00\u00a0€ festgesetzt.");
        }
    }
}

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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ClassPathResource;

/** From a sensor's uplink to the filed record, in a real browser on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneySystemTests {

    /** The first of the demo containers: sensor, and the distance at which it is nearly full. */
    private static final String CONTAINER = "BI-C-0001";

    private static final Duration PATIENCE = Chromium.PATIENCE;

    private static final String REPLAY = "/api/decisions/containerLeerung/replay";

    private final LocalStack stack;
    private final Api api;

    JourneySystemTests(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack);
    }

    @Test
    @Order(1)
    void aFullContainerBecomesAnOrderThatACrewCloses() throws Exception {
        var sensor = new Sensor(sensorOf(CONTAINER));
        try (var crew = login("mia.mustermann")) {
            var page = crew.pages().getFirst();
            assertThat(page.locator("#listen")).not().containsText(CONTAINER);
            assertNoViolations(page);

            assertThat(post(sensor.uplink(distance(CONTAINER, 97))).statusCode())
                    .isEqualTo(202);
            assertThat(page.locator("#listen")).containsText(CONTAINER);
            post(sensor.uplink(distance(CONTAINER, 98)));
            shoot(page, "aufgaben");

            page.locator("tr", new Page.LocatorOptions().setHasText(CONTAINER))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            open(page, CONTAINER);
            assertNoViolations(page);
            shoot(page, "aufgabe");
            page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("Bemerkung").fill("Deckel klemmt etwas");
            page.locator("#erledigen").click();
            assertThat(page).hasURL(Pattern.compile("/aufgaben(\\?.*)?$"));
            assertThat(page.locator("#listen")).not().containsText(CONTAINER);
        }
        try (var dispatcher = login("max.mustermann")) {
            assertFinishedOrder(dispatcher.pages().getFirst());
        }
        assertThat(mails("disposition@example.org"))
                .anySatisfy(mail -> assertThat(mail).contains(CONTAINER).contains("/vorgaenge/"));
    }

    private void assertFinishedOrder(Page page) throws IOException {
        page.navigate(api.address() + "/vorgaenge?suche=" + CONTAINER);
        var rows = page.locator("tbody tr");
        assertThat(rows).hasCount(1);
        await().atMost(PATIENCE).until(() -> {
            page.reload();
            return rows.first().innerText().contains("abgeschlossen");
        });
        assertNoViolations(page);
        shoot(page, "vorgaenge");
        rows.first().getByRole(AriaRole.LINK).click();
        assertThat(page.locator("main")).containsText("Deckel klemmt etwas");
        assertThat(page.locator(".entscheidungen"))
                .containsText(Pattern.compile("lautet die Maßnahme „sofort“, weil ab 9\\d % "));
        assertThat(page.locator(".entscheidungen"))
                .containsText("Aus dem Einsatz folgt: keine weitere Maßnahme, weil ");
        assertNoViolations(page);
        shoot(page, "vorgang");
        var pdf = page.locator("a[href^='/dokumente/']").first().getAttribute("href");
        var answer = page.request().get(api.address() + pdf);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Leerungsprotokoll", CONTAINER, "Der Container wurde geleert.", "Deckel klemmt etwas");
        }
    }

    @Test
    @Order(2)
    void aMeasuredEmptyingClosesTheOrderByItself() throws Exception {
        var container = "BI-C-0002";
        var sensor = new Sensor(sensorOf(container));
        try (var crew = login("mia.mustermann")) {
            var page = crew.pages().getFirst();
            post(sensor.uplink(distance(container, 97)));
            assertThat(page.locator("#listen")).containsText(container);

            post(sensor.uplink(distance(container, 4)));

            assertThat(page.locator("#listen")).not().containsText(container);
        }
        var max = api.token("max.mustermann");
        await().atMost(PATIENCE)
                .until(() ->
                        api.get("/api/vorgaenge?suche=" + container, max).body().contains("gemessen"));
    }

    @Test
    @Order(3)
    void nobodyWithoutTheRoleSeesOrCompletesTheOrder() throws Exception {
        var container = "BI-C-0003";
        post(new Sensor(sensorOf(container)).uplink(distance(container, 97)));
        var mia = api.token("mia.mustermann");
        var key = await().atMost(PATIENCE).until(() -> taskKey(mia, container), found -> !found.isEmpty());
        var vorgang =
                Api.json(api.get("/api/aufgaben/" + key, mia)).path("vorgang").asString();
        var erika = api.token("erika.musterfrau");

        assertThat(api.get("/api/aufgaben/" + key, null).statusCode()).isEqualTo(401);
        assertThat(api.get("/api/aufgaben/" + key, erika).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/aufgaben", erika).body()).doesNotContain(container);
        assertThat(api.get("/api/vorgaenge/" + vorgang, erika).statusCode()).isEqualTo(404);
        assertThat(api.post("/api/aufgaben/" + key + "/uebernahme", "", erika).statusCode())
                .isEqualTo(404);
        assertThat(api.post("/api/aufgaben/" + key + "/erledigung", "{\"geleert\":true}", erika)
                        .statusCode())
                .isEqualTo(404);
        try (var foreigner = login("erika.musterfrau")) {
            var page = foreigner.pages().getFirst();
            assertThat(page.locator("#listen")).not().containsText(container);
            assertThat(page.navigate(api.address() + "/aufgaben/" + key).status())
                    .isEqualTo(404);
            assertThat(page.navigate(api.address() + "/vorgaenge/" + vorgang).status())
                    .isEqualTo(404);
            assertNoViolations(page);
            shoot(page, "fehler");
        }
    }

    @Test
    @Order(4)
    void theApiRefusesWrongValuesAndTakesRightOnes() throws Exception {
        var container = "BI-C-0004";
        post(new Sensor(sensorOf(container)).uplink(distance(container, 97)));
        var mia = api.token("mia.mustermann");
        var key = await().atMost(PATIENCE).until(() -> taskKey(mia, container), found -> !found.isEmpty());
        var erledigung = "/api/aufgaben/" + key + "/erledigung";

        assertThat(api.post(erledigung, "{\"geleert\":true}", mia).statusCode()).isEqualTo(409);
        assertThat(api.post("/api/aufgaben/" + key + "/uebernahme", "", mia).statusCode())
                .isBetween(200, 204);
        var refused = api.post(erledigung, "{\"geleert\":\"vielleicht\",\"bemerkung\":7}", mia);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("geleert", "bemerkung", "muss ein Text sein");
        assertThat(api.post(erledigung, "{\"geleert\":false,\"stoerung\":\"zugeparkt\"}", mia)
                        .statusCode())
                .isBetween(200, 204);

        await().atMost(PATIENCE)
                .until(() ->
                        api.get("/api/vorgaenge?suche=" + container, mia).body().contains("nichtGeleert"));
        var id = Api.json(api.get("/api/vorgaenge?suche=" + container, mia))
                .get(0)
                .path("id")
                .asString();
        assertThat(Api.json(api.get("/api/vorgaenge/" + id, mia))
                        .path("entscheidungen")
                        .findValuesAsString("begruendung"))
                .hasSize(2)
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("Aus dem Einsatz folgt: das Ordnungsamt informieren")
                        .contains("weil der Container zugeparkt oder nicht erreichbar war"));
    }

    @Test
    @Order(5)
    void badUplinksAreRefusedOrKept() throws Exception {
        var uplink = new Sensor("24E124FFFFFFFFFF").uplink(500);

        assertThat(postUplink(uplink, "Bearer falsch").statusCode()).isEqualTo(401);
        assertThat(postUplink("{\"a\":\"" + "x".repeat(100_000) + "\"}", "Bearer " + secret())
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("{kaputt").statusCode()).isEqualTo(202);
        assertThat(post(uplink).statusCode()).isEqualTo(202);
    }

    @Test
    @Order(6)
    void remindsTheCrewAndTellsTheDispatcherWhenTheDeadlineHasPassed() throws Exception {
        var container = "BI-C-0012";
        var sixHoursAgo = Instant.now().minus(Duration.ofHours(6));

        // By the decision table this container is to be emptied within four hours.
        post(new Sensor(sensorOf(container)).uplink(distance(container, 97), sixHoursAgo));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(mails("betriebshof@example.org"))
                    .anySatisfy(mail -> assertThat(mail).contains("wartet noch").contains(container));
            assertThat(mails("disposition@example.org"))
                    .anySatisfy(
                            mail -> assertThat(mail).contains("ist abgelaufen").contains(container));
        });
        assertThat(api.get("/api/aufgaben", api.token("mia.mustermann")).body()).contains(container);
    }

    @Test
    @Order(8)
    void tellsTheReleaserWhatAChangedTableWouldHaveDecided() throws Exception {
        var changed = new ClassPathResource("tables/container-leeren/containerLeerung.dmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"sofort\"</text>", "\"auftrag\"</text>")
                .replace("\"auftrag\",\"auftrag\"", "\"auftrag\",\"sofort\"");

        var answer = api.upload(REPLAY, "containerLeerung.dmn", changed, api.token("rolf.mustermann"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var changes = Api.json(answer).path("aenderungen");
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("bisher").asString()).contains("sofort");
            assertThat(change.path("neu").asString()).contains("auftrag");
            assertThat(change.path("beispiele")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        });
        assertThat(api.upload(REPLAY, "containerLeerung.dmn", changed, api.token("mia.mustermann"))
                        .statusCode())
                .isEqualTo(403);
        var broken = api.upload(REPLAY, "containerLeerung.dmn", "<definitions/>", api.token("rolf.mustermann"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("urn:amtsfluss:problem:tabelle-abgelehnt");
    }

    private BrowserContext login(String kennung) {
        return Chromium.login(kennung, api.address() + "/aufgaben", "Aufgaben");
    }

    private static void open(Page page, String container) {
        if (!page.url().matches(".*/aufgaben/\\d+.*")) {
            page.locator("tr", new Page.LocatorOptions().setHasText(container))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
        }
        assertThat(page.locator("#erledigen")).isEnabled();
    }

    private String taskKey(String token, String container) throws IOException, InterruptedException {
        for (var task : Api.json(api.get("/api/aufgaben", token))) {
            if (task.path("betreff").asString("").contains(container)) {
                return task.path("key").asString();
            }
        }
        return "";
    }

    private List<String> mails(String recipient) throws IOException, InterruptedException {
        var answer = api.send(HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:%d/api/user/%s/messages/".formatted(stack.port(Port.MAIL_API), recipient))));
        return Api.json(answer).findValuesAsString("mimeMessage");
    }

    private HttpResponse<String> post(String uplink) throws IOException, InterruptedException {
        return postUplink(uplink, "Bearer " + secret());
    }

    private HttpResponse<String> postUplink(String uplink, String authorization)
            throws IOException, InterruptedException {
        return api.send(api.request("/api/lorawan/chirpstack?event=up")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(uplink)));
    }

    private String secret() {
        return stack.springProperties().getOrDefault("amtsfluss.lorawan-triggers.webhook-secret", "");
    }

    private static String sensorOf(String container) throws IOException {
        return row(container)[6];
    }

    private static int distance(String container, int percent) throws IOException {
        var empty = Integer.parseInt(row(container)[8]);
        var full = Integer.parseInt(row(container)[9]);
        return empty - (empty - full) * percent / 100;
    }

    /** The demo container as the application knows it from its own file. */
    private static String[] row(String container) throws IOException {
        var file = new ClassPathResource("demo/containers.csv").getContentAsString(StandardCharsets.UTF_8);
        return file.lines()
                .filter(line -> line.startsWith(container))
                .findFirst()
                .orElseThrow()
                .split(";", -1);
    }
}

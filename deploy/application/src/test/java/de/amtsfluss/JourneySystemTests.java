package de.amtsfluss;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a sensor's uplink to the filed record, in a real browser on the real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE, Part.KEYCLOAK, Part.MQTT, Part.MAIL, Part.APPLICATION})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneySystemTests {

    /** The first of the demo containers: sensor, and the distance at which it is nearly full. */
    private static final String CONTAINER = "BI-C-0001";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Playwright PLAYWRIGHT = Playwright.create();

    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("amtsfluss.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final String address;

    JourneySystemTests(LocalStack stack) {
        this.stack = stack;
        this.address = "http://localhost:" + stack.port(Port.APPLICATION);
    }

    @BeforeAll
    static void waitAsLongForPagesAsForServers() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    }

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
        PLAYWRIGHT.close();
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
        page.navigate(address + "/vorgaenge?suche=" + CONTAINER);
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
        var answer = page.request().get(address + pdf);
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
        var max = token("max.mustermann");
        await().atMost(PATIENCE)
                .until(() ->
                        get("/api/vorgaenge?suche=" + container, max).body().contains("gemessen"));
    }

    @Test
    @Order(3)
    void nobodyWithoutTheRoleSeesOrCompletesTheOrder() throws Exception {
        var container = "BI-C-0003";
        post(new Sensor(sensorOf(container)).uplink(distance(container, 97)));
        var mia = token("mia.mustermann");
        var key = await().atMost(PATIENCE).until(() -> taskKey(mia, container), found -> !found.isEmpty());
        var vorgang = json(get("/api/aufgaben/" + key, mia)).path("vorgang").asString();
        var erika = token("erika.musterfrau");

        assertThat(get("/api/aufgaben/" + key, null).statusCode()).isEqualTo(401);
        assertThat(get("/api/aufgaben/" + key, erika).statusCode()).isEqualTo(404);
        assertThat(get("/api/aufgaben", erika).body()).doesNotContain(container);
        assertThat(get("/api/vorgaenge/" + vorgang, erika).statusCode()).isEqualTo(404);
        assertThat(postApi("/api/aufgaben/" + key + "/uebernahme", "", erika).statusCode())
                .isEqualTo(404);
        assertThat(postApi("/api/aufgaben/" + key + "/erledigung", "{\"geleert\":true}", erika)
                        .statusCode())
                .isEqualTo(404);
        try (var foreigner = login("erika.musterfrau")) {
            var page = foreigner.pages().getFirst();
            assertThat(page.locator("#listen")).not().containsText(container);
            assertThat(page.navigate(address + "/aufgaben/" + key).status()).isEqualTo(404);
            assertThat(page.navigate(address + "/vorgaenge/" + vorgang).status())
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
        var mia = token("mia.mustermann");
        var key = await().atMost(PATIENCE).until(() -> taskKey(mia, container), found -> !found.isEmpty());
        var erledigung = "/api/aufgaben/" + key + "/erledigung";

        assertThat(postApi(erledigung, "{\"geleert\":true}", mia).statusCode()).isEqualTo(409);
        assertThat(postApi("/api/aufgaben/" + key + "/uebernahme", "", mia).statusCode())
                .isBetween(200, 204);
        var refused = postApi(erledigung, "{\"geleert\":\"vielleicht\",\"bemerkung\":7}", mia);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("geleert", "bemerkung", "muss ein Text sein");
        assertThat(postApi(erledigung, "{\"geleert\":false,\"stoerung\":\"zugeparkt\"}", mia)
                        .statusCode())
                .isBetween(200, 204);

        await().atMost(PATIENCE)
                .until(() ->
                        get("/api/vorgaenge?suche=" + container, mia).body().contains("nichtGeleert"));
        var id = json(get("/api/vorgaenge?suche=" + container, mia))
                .get(0)
                .path("id")
                .asString();
        assertThat(json(get("/api/vorgaenge/" + id, mia)).path("entscheidungen").findValuesAsString("begruendung"))
                .hasSize(2)
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("Aus dem Einsatz folgt: das Ordnungsamt informieren")
                        .contains("weil der Container zugeparkt oder nicht erreichbar war"));
    }

    @Test
    @Order(7)
    void decidesByTableForMachinesAndSaysWhy() throws Exception {
        var mia = token("mia.mustermann");
        var evaluation = "/api/decisions/containerLeerung/evaluation";

        var decided = postApi(evaluation, "{\"eingaben\":{\"fraktion\":\"Glas\",\"fuellstandProzent\":95}}", mia);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(json(decided).path("begruendung").asString()).contains("„sofort“, weil ab 95 % ");
        var refused = postApi(evaluation, "{\"eingaben\":{\"fraktion\":\"Glas\"}}", mia);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("containerLeerung", "fuellstandProzent");
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
        assertThat(get("/api/aufgaben", token("mia.mustermann")).body()).contains(container);
    }

    @Test
    @Order(8)
    void tellsTheReleaserWhatAChangedTableWouldHaveDecided() throws Exception {
        var changed = new ClassPathResource("tables/container-leeren/containerLeerung.dmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"sofort\"</text>", "\"auftrag\"</text>")
                .replace("\"auftrag\",\"auftrag\"", "\"auftrag\",\"sofort\"");

        var answer = replay(changed, token("rolf.mustermann"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var changes = json(answer).path("aenderungen");
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("bisher").asString()).contains("sofort");
            assertThat(change.path("neu").asString()).contains("auftrag");
            assertThat(change.path("beispiele")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        });
        assertThat(replay(changed, token("mia.mustermann")).statusCode()).isEqualTo(403);
        var broken = replay("<definitions/>", token("rolf.mustermann"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("urn:amtsfluss:problem:tabelle-abgelehnt");
    }

    private HttpResponse<String> replay(String dmn, String token) throws IOException, InterruptedException {
        var body = """
                --grenze\r
                Content-Disposition: form-data; name="datei"; filename="containerLeerung.dmn"\r
                Content-Type: application/xml\r
                \r
                %s\r
                --grenze--\r
                """.formatted(dmn);
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/decisions/containerLeerung/replay"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=grenze")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private BrowserContext login(String kennung) {
        var context = BROWSER.newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        var page = context.newPage();
        page.navigate(address + "/aufgaben");
        page.locator("#username").fill(kennung);
        page.locator("#password").fill("amtsfluss");
        page.locator("#kc-login").click();
        assertThat(page.locator("h1")).hasText("Aufgaben");
        return context;
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

    private static void assertNoViolations(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
    }

    private static void shoot(Page page, String name) {
        for (var width : List.of(1440, 360)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(1280, 900);
    }

    private String taskKey(String token, String container) throws IOException, InterruptedException {
        for (var task : json(get("/api/aufgaben", token))) {
            if (task.path("betreff").asString("").contains(container)) {
                return task.path("key").asString();
            }
        }
        return "";
    }

    private List<String> mails(String recipient) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/user/%s/messages/"
                                .formatted(stack.port(Port.MAIL_API), recipient)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json(answer).findValuesAsString("mimeMessage");
    }

    private String token(String kennung) throws IOException, InterruptedException {
        var settings = stack.springProperties();
        var form = "grant_type=password&client_id=amtsfluss-api&client_secret=%s&scope=openid&username=%s&password=%s"
                .formatted(settings.get("amtsfluss.forms.client-secret"), kennung, "amtsfluss");
        var answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(settings.get("amtsfluss.forms.issuer") + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("access_token").asString();
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> postApi(String path, String body, String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uplink) throws IOException, InterruptedException {
        return postUplink(uplink, "Bearer " + secret());
    }

    private HttpResponse<String> postUplink(String uplink, String authorization)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/lorawan/chirpstack?event=up"))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(uplink))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}

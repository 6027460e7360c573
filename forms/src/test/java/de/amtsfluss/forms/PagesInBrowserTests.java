package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages in a real browser, by keyboard and by the eyes of axe. Pictures of them lie in target/screenshots. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class PagesInBrowserTests {

    private static final String TASK = "/aufgaben/" + InMemoryProcesses.FREE_TASK;

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private InMemoryProcesses processes;

    @Autowired
    private InMemoryAkten akten;

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        // Only a failing test takes the whole time; a busy machine needs more than the usual 5 s.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
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
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void openDesktop() {
        processes.reset();
        akten.reset();
        open(1_440);
    }

    /** Scripts that fail and rules of the content security policy that are broken end up on the console. */
    @AfterEach
    void nothingComplains() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {2} px")
    @CsvSource({
        "liste, /aufgaben, 1440",
        "liste, /aufgaben, 320",
        "aufgabe-frei, /aufgaben/2251799813685301, 1440",
        "aufgabe-frei, /aufgaben/2251799813685301, 320",
        "aufgabe-meine, /aufgaben/2251799813685306, 1440",
        "aufgabe-meine, /aufgaben/2251799813685306, 320",
        "vorgaenge, /vorgaenge, 1440",
        "vorgaenge, /vorgaenge, 320",
        "vorgaenge-leer, /vorgaenge?suche=Nirgendwo, 1440",
        "portal, /portal, 320",
        "portal-formular, /portal/leistungen/hundesteuer-anmelden, 320",
        "portal-status, /portal/status, 320",
        "portal-antrag, /portal/antraege/00000000-0000-0007-0000-000000000007, 320",
        "portal-aendern, /portal/antraege/00000000-0000-0007-0000-000000000007/aendern, 320",
        "portal-eingang, /portal/antraege/00000000-0000-0007-0000-000000000007/eingang, 320",
        "portal-meine, /portal/meine, 320",
        "portal-postfach, /portal/postfach, 320",
        "antraege, /antraege, 320",
        "antrag-aufnehmen, /antraege/hundesteuer-anmelden?kanal=TELEFON, 1440",
        "akten, /akten, 1440",
        "akten, /akten, 320",
        "akten-treffer, /akten?suche=Hund, 1440",
        "akten-treffer, /akten?suche=Hund, 320",
        "akten-leer, /akten?suche=Katze, 1440",
        "akten-ausfall, /akten?suche=Ausfall, 320",
        "abgemeldet, /abgemeldet, 320",
        "vertretung, /vertretung, 1440",
        "vertretung, /vertretung, 320",
        "fristen, /fristen, 1440",
        "fristen, /fristen, 320",
        "fristen-ergebnis, /fristen?art=RECHTSBEHELF&versandtAm=2026-11-27&regime=AO, 1440",
        "fristen-ergebnis, /fristen?art=RECHTSBEHELF&versandtAm=2026-11-27&regime=AO, 320",
        "fristen-fehler, /fristen?am=&zahl=viele&einheit=TAGE, 1440",
        "fristen-fehler, /fristen?am=&zahl=viele&einheit=TAGE, 320",
        "fristen-ohne, /fristen?art=BEKANNTGABE&versandtAm=, 1440",
        "druckauftraege, /druckauftraege, 1440",
        "druckauftraege, /druckauftraege, 320",
        "benachrichtigungen, /benachrichtigungen, 1440",
        "benachrichtigungen, /benachrichtigungen, 320",
    })
    void axeFindsNothing(String name, String path, int width) {
        open(width);
        visit(path);

        checkAndPicture(name, width);
    }

    @ParameterizedTest
    @CsvSource({"1440", "320"})
    void axeFindsNothingOnAClosedOrder(int width) {
        open(width);
        visit("/vorgaenge/" + processes.closedOrder().id());

        checkAndPicture("vorgang", width);
    }

    @ParameterizedTest
    @CsvSource({"1440", "320"})
    void axeFindsNothingWhereAGeschaeftsgangIsStartedAndChanged(int width) {
        open(width);
        visit("/vorgaenge/" + processes.closedOrder().id() + "/geschaeftsgang");
        checkAndPicture("geschaeftsgang-starten", width);
        page.getByLabel("Verfügung").first().selectOption("ZUR_KENNTNIS");
        button("Geschäftsgang starten").click();
        PlaywrightAssertions.assertThat(page.locator("#name0-fehler")).isVisible();
        checkAndPicture("geschaeftsgang-fehler", width);

        visit("/geschaeftsgaenge/" + InMemoryGeschaeftsgaenge.RUNNING);
        page.locator("summary").first().click();
        checkAndPicture("laufweg", width);
    }

    @ParameterizedTest
    @CsvSource({"1440", "320"})
    void aDraftIsHandedInAndTheAkteClosedByKeyboardAlone(int width) {
        open(width);
        visit("/vorgaenge/" + processes.closedOrder().id());
        tabTo(page.getByText("Dokument hinzufügen"));
        page.keyboard().press("Enter");
        page.getByLabel("Datei")
                .setInputFiles(
                        new FilePayload("Entwurf.txt", "text/plain", "Entwurf".getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Art", new Page.GetByLabelOptions().setExact(true)).selectOption("AUSGANG");
        checkAndPicture("vorgang-hochladen", width);
        tabTo(button("Hinzufügen"));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("„Entwurf.txt“ ist hinzugefügt."))
                .isVisible();
        checkAndPicture("vorgang-entwurf", width);

        tabTo(page.getByText("Zur Akte"));
        page.keyboard().press("Enter");
        tabTo(page.getByText("Vertraulichkeit ändern"));
        page.keyboard().press("Enter");
        checkAndPicture("akte", width);
        tabTo(button("Zu den Akten"));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("Die Akte ist zu den Akten verfügt."))
                .isVisible();
        checkAndPicture("akte-zda", width);
    }

    @Test
    void whyAnAkteCannotBeClosedIsSaidInSentences() {
        visit("/akten/" + processes.openOrder().id());
        button("Zu den Akten").click();

        PlaywrightAssertions.assertThat(page.getByText("Eine Aufgabe ist offen."))
                .isVisible();
        checkAndPicture("akte-abgelehnt", 1_440);
    }

    @Test
    void axeFindsNothingOnAPageThatDoesNotExist() {
        page.navigate(url("/aufgaben/" + InMemoryProcesses.OTHERS_TASK));
        complaints.clear();

        assertThat(page.title()).isEqualTo("Diese Seite gibt es nicht – Amtsfluss");
        checkAndPicture("nicht-gefunden", 1_440);
    }

    @Test
    void anOrderIsClosedByKeyboardAlone() {
        visit("/aufgaben");
        tabTo(page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("Sie haben die Aufgabe übernommen."))
                .isVisible();

        tabTo(page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("Space");
        tabTo(page.getByLabel("Bemerkung"));
        page.keyboard().type("Alles in Ordnung");
        tabTo(button("Erledigen"));
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(page.getByText("Die Aufgabe ist erledigt."))
                .isVisible();
        checkAndPicture("erledigt", 1_440);
    }

    @ParameterizedTest
    @CsvSource({"1440", "320"})
    void whatIsMissingIsSaidAtTheFieldAndInASummary(int width) {
        open(width);
        visit("/aufgaben/" + (InMemoryProcesses.FREE_TASK + 5));
        button("Erledigen").click();

        PlaywrightAssertions.assertThat(page.locator(".fjs-form-field-error"))
                .hasText("Bitte füllen Sie dieses Feld aus.");
        PlaywrightAssertions.assertThat(page.locator("#antwort"))
                .containsText("Container geleert?: Bitte füllen Sie dieses Feld aus.");
        checkAndPicture("fehler-am-feld", width);
    }

    @Test
    void whatOnlyTheServerRefusesIsSaidAtTheFieldUntilItIsChanged() {
        visit("/aufgaben/" + (InMemoryProcesses.FREE_TASK + 5));
        page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Bemerkung").fill("unzulässig");
        button("Erledigen").click();
        var message = page.locator(".fjs-form-field-error");
        PlaywrightAssertions.assertThat(message).containsText("enthält ein Wort, das nicht erlaubt ist");
        complaints.removeIf(complaint -> complaint.contains("422"));

        page.getByLabel("Bemerkung").fill("in Ordnung");
        PlaywrightAssertions.assertThat(message).hasCount(0);
        button("Erledigen").click();

        PlaywrightAssertions.assertThat(page.getByText("Die Aufgabe ist erledigt."))
                .isVisible();
    }

    @Test
    void aNewTaskAppearsWithoutReloadingAndIsAnnounced() {
        visit("/aufgaben");
        page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK).focus();

        processes.addOrder(77_001, "Kesselbrink 1, Mitte");

        PlaywrightAssertions.assertThat(page.getByText("Kesselbrink 1, Mitte")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#neuigkeit")).hasText("1 neue Aufgabe");
        PlaywrightAssertions.assertThat(page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK))
                .isFocused();
        checkAndPicture("neue-aufgabe", 1_440);
    }

    @Test
    void aChangeWhileTheListIsFetchedIsNotLost() {
        List<Runnable> answers = new ArrayList<>();
        page.route("**/aufgaben/liste", route -> {
            var drawnBefore = route.fetch();
            answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(drawnBefore)));
        });
        page.addInitScript("document.addEventListener('htmx:sseMessage', () => window.told = (window.told ?? 0) + 1)");
        visit("/aufgaben");
        page.waitForCondition(() -> answers.size() == 1);

        processes.addOrder(77_002, "Klosterplatz 2, Mitte");
        page.waitForFunction("window.told >= 2");
        page.unroute("**/aufgaben/liste");
        answers.getFirst().run();

        PlaywrightAssertions.assertThat(page.getByText("Klosterplatz 2, Mitte")).isVisible();
    }

    @Test
    void onlyWhatIsOverdueIsMarkedSo() {
        visit("/aufgaben");

        PlaywrightAssertions.assertThat(page.getByText("überfällig")).hasCount(2);
    }

    @Test
    void theFormCannotBeFilledInBeforeTheTaskIsClaimed() {
        visit(TASK);

        PlaywrightAssertions.assertThat(button("Erledigen")).hasCount(0);
        PlaywrightAssertions.assertThat(page.getByLabel("Bemerkung")).not().isEditable();
    }

    @Test
    void aPeriodIsComputedWithoutJavaScript() {
        context.close();
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1_440, 900)
                .setLocale("de-DE")
                .setJavaScriptEnabled(false));
        page = context.newPage();
        visit("/aufgaben");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fristenrechner"))
                .click();
        page.getByLabel("Tag des Ereignisses oder erster Tag").fill("2026-01-31");
        page.getByLabel("Länge der Frist").fill("1");
        page.getByLabel("Gezählt in").selectOption("MONATE");
        page.getByLabel("Länge der Frist").press("Enter");

        PlaywrightAssertions.assertThat(page.locator(".fristende")).hasText("Montag, 02.03.2026");
        PlaywrightAssertions.assertThat(page.locator("#ergebnis ol > li")).hasCount(3);
        PlaywrightAssertions.assertThat(page.getByLabel("Gezählt in")).hasValue("MONATE");
    }

    private void open(int width) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("de-DE"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private void visit(String path) {
        page.navigate(url(path));
        if (page.locator("#formular").count() > 0) {
            page.locator(".fjs-form-field").first().waitFor();
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void tabTo(Locator target) {
        for (var presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Expected to reach %s with the Tab key, but did not".formatted(target));
    }

    private void checkAndPicture(String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/%s-%d.png".formatted(name, width))));
        var found = new AxeBuilder(page).analyze().getViolations();

        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .describedAs("no scrolling sideways")
                .isEqualTo(true);
    }
}

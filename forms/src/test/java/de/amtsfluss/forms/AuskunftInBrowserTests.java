package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages of the officer for data protection in a real browser, by the eyes of axe. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class AuskunftInBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private InMemoryAuskuenfte auskuenfte;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("amtsfluss.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void reset() {
        auskuenfte.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_440, 320})
    void axeFindsNothingOnTheWayFromTheListToTheCheck(int width) {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900))) {
            page.navigate(url("/auskunft"));
            check(page, "auskunft", width);
            link(page, "Neue Anfrage eintragen");
            page.getByLabel("Vorname").fill("Jutta");
            button(page, "Eintragen");
            check(page, "auskunft-fehler", width);
            page.navigate(url("/auskunft/" + InMemoryAuskuenfte.RECEIVED));
            page.getByText("Frist verlängern").click();
            check(page, "auskunft-identitaet", width);
            button(page, "Identität ist geprüft");
            page.navigate(url("/auskunft/" + InMemoryAuskuenfte.SEARCHED));
            button(page, "Auskunft erteilen");
            check(page, "auskunft-anfrage", width);
            link(page, "Auf Daten Dritter prüfen");
            check(page, "auskunft-pruefung", width);
            page.getByLabel("Der Vorgang ist auf Daten Dritter geprüft.").check();
            button(page, "Prüfung speichern");
            page.navigate(url("/auskunft/" + InMemoryAuskuenfte.ANSWERED));
            check(page, "auskunft-erteilt", width);
        }
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void check(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/%s-%d.png".formatted(name, width))));
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList()))
                .as(name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no scrolling sideways on " + name)
                .isEqualTo(true);
    }
}

package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.amtsfluss.processes.Aussonderung.Stand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages of Registratur and archive in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class AussonderungInBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

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
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @ParameterizedTest(name = "{0} for {1} at {2} px")
    @CsvSource({
        "LISTEN, registratur, 1440",
        "LISTEN, registratur, 320",
        "ERSTELLT, registratur, 320",
        "ANGEBOTEN, archiv, 1440",
        "ANGEBOTEN, archiv, 320",
        "UEBERGEBEN, 'archiv,registratur', 1440",
        "UEBERGEBEN, 'archiv,registratur', 320",
        "ABGESCHLOSSEN, datenschutz, 1440",
        "ABGESCHLOSSEN, datenschutz, 320",
        "GELOESCHT, betriebshof, 320",
    })
    void axeFindsNothingAndNothingScrollsSideways(String what, String groups, int width) {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("de-DE")
                .setExtraHTTPHeaders(Map.of("Test-Groups", groups)))) {
            var page = context.newPage();
            var path = switch (what) {
                case "LISTEN" -> "/aussonderung";
                case "GELOESCHT" -> "/vorgaenge/" + InMemoryAussonderungen.ERASED;
                default -> "/aussonderung/" + InMemoryAussonderungen.id(Stand.valueOf(what));
            };
            page.navigate("http://127.0.0.1:" + port + path);
            page.locator("details")
                    .all()
                    .forEach(details -> details.locator("summary").click());

            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/aussonderung-%s-%d.png".formatted(what, width))));
            assertThat(page.title()).doesNotContain("Fehler", "gibt es nicht");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(
                            rule -> rule.getId() + rule.getNodes().getFirst().getHtml())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
        }
    }
}

package de.amtsfluss;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The browser of the system tests, started once; each person has a context of its own. */
final class Chromium {

    /** As long as for servers. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path SHOTS = Path.of("target", "screenshots");
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

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }

    private Chromium() {}

    /** A visitor whom nobody knows. */
    static BrowserContext visitor() {
        return BROWSER.newContext(new Browser.NewContextOptions().setLocale("de-DE"));
    }

    /** A demo person that has logged in at the real Keycloak, on a page that wants a login. */
    static BrowserContext login(String kennung, String page, String heading) {
        var context = visitor();
        var opened = context.newPage();
        opened.navigate(page);
        opened.locator("#username").fill(kennung);
        opened.locator("#password").fill("amtsfluss");
        opened.locator("#kc-login").click();
        assertThat(opened.locator("h1")).hasText(heading);
        return context;
    }

    static void assertNoViolations(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .isEmpty();
    }

    /** Keeps pictures of a page on a desk and on a telephone. */
    static void shoot(Page page, String name) {
        for (var width : List.of(1440, 360)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(1280, 900);
    }
}

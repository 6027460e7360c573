package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page in the one browser of these tests. Pictures of it lie in target/screenshots. */
final class BrowserPage implements AutoCloseable {

    static final int DESK = 1_440;
    static final int TELEPHONE = 320;

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
        // Only a failing test takes the whole time; a busy machine needs more than the usual 5 s.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }

    private final BrowserContext context;
    private final Page page;
    private final int port;
    private final List<String> complaints = new ArrayList<>();

    private BrowserPage(Browser.NewContextOptions options, int port) {
        this.port = port;
        context = BROWSER.newContext(options.setViewportSize(DESK, 900).setLocale("de-DE"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A page on a desk, of somebody who has not been here before. */
    static BrowserPage open(int port) {
        return new BrowserPage(new Browser.NewContextOptions(), port);
    }

    /** A page of somebody in other groups, with commas between. */
    static BrowserPage openFor(String groups, int port) {
        return new BrowserPage(
                new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("Test-Groups", groups)), port);
    }

    static BrowserPage openWithoutJavaScript(int port) {
        return new BrowserPage(new Browser.NewContextOptions().setJavaScriptEnabled(false), port);
    }

    Page page() {
        return page;
    }

    /** Scripts that fail and rules of the content security policy that are broken end up here. */
    List<String> complaints() {
        return complaints;
    }

    void width(int width) {
        page.setViewportSize(width, 900);
    }

    /** Opens a page of the application and waits until its form is drawn. */
    void visit(String path) {
        page.navigate("http://127.0.0.1:" + port + path);
        if (page.locator("#formular").count() > 0) {
            page.locator(".fjs-form-field").first().waitFor();
        }
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void tabTo(Locator target) {
        for (var presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Expected to reach %s with the Tab key, but did not".formatted(target));
    }

    /**
     * Keeps pictures at both widths and checks the page with axe and for scrolling sideways; then it is as wide as
     * before.
     */
    void checkAndPicture(String name) {
        var before = page.viewportSize().width;
        for (var width : List.of(DESK, TELEPHONE)) {
            width(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/%s-%d.png".formatted(name, width))));
            assertAxeFindsNothing();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .describedAs("no scrolling sideways at %d px", width)
                    .isEqualTo(true);
        }
        width(before);
    }

    private void assertAxeFindsNothing() {
        // Legacy mode spares a second page for each check; there are no frames of other origins here.
        var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}

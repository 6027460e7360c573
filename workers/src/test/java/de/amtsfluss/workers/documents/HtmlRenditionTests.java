package de.amtsfluss.workers.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.amtsfluss.workers.documents.template.LetterFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlRenditionTests {

    private static Playwright playwright;
    private static Browser browser;

    final Letters letters = new Letters(LetterFiles.delivered(), Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeAll
    static void openBrowser() {
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

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadIt(Sample sample) {
        var html = new String(letters.html(sample.template, sample.vorgang).content(), UTF_8);

        try (var page = browser.newPage()) {
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.setContent(html);
            for (var width : new int[] {1440, 360, 320}) {
                page.setViewportSize(width, 900);

                // Legacy mode spares a second page for each check; there are no frames.
                assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                        .isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                        .isLessThanOrEqualTo(width);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
                assertThat(page.locator("h1").count()).isOne();
                assertThat(page.locator("th:not([scope])").count()).isZero();
                assertThat(asked).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "html-%s-%d.png".formatted(name(sample), width)))
                        .setFullPage(true));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itSaysTheSameAsThePaper(Sample sample) throws IOException {
        var pdf = words(Golden.flow(letters.pdf(sample.template, sample.vorgang, new UUID(0, 1))
                        .content()))
                .replaceAll("Seite\\d+von\\d+" + sample.vorgang.aktenzeichen(), "");
        try (var page = browser.newPage()) {
            page.setContent(
                    new String(letters.html(sample.template, sample.vorgang).content(), UTF_8));

            for (var paragraph :
                    page.locator("main p, main li, main h2, main td").allInnerTexts()) {
                assertThat(pdf).contains(words(paragraph));
            }
        }
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    private static String name(Sample sample) {
        return sample.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The page of the codecs, and how a sensor is taken off, in a real browser with and without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class CodecsAndAusbauInBrowserTests {

    @Autowired
    private InMemorySensorik sensorik;

    @LocalServerPort
    private int port;

    @BeforeEach
    void reset() {
        sensorik.reset();
    }

    @Test
    void aGoodAndAFailingCodecAreTriedInPlace() {
        try (var browser = BrowserPage.open(port)) {
            var page = browser.page();
            browser.visit("/sensoren");
            follow(page, "Gerätetypen und Codecs ausprobieren");
            page.evaluate("window.unberuehrt = true");
            page.getByLabel("Quelltext").fill("function decodeUplink() { /* gut */ }");
            page.getByLabel("Port").fill("85");
            page.getByLabel("Bytes oder Befehl").fill("01 75 5C");
            browser.tabTo(browser.button("Ausprobieren"));
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.getByText("Verstanden als Hexadezimal, 3 Bytes."))
                    .isVisible();
            PlaywrightAssertions.assertThat(
                            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ergebnis")))
                    .isFocused();
            PlaywrightAssertions.assertThat(page.locator("#ergebnis")).containsText("270 mm");
            PlaywrightAssertions.assertThat(page.locator("#ergebnis")).containsText("nur eine Probe");
            PlaywrightAssertions.assertThat(page.locator("#ergebnis")).containsText("0,42 ms");
            browser.checkAndPicture("sensoren-codecs-ergebnis");

            page.getByLabel("Quelltext").fill("kaputt");
            browser.button("Ausprobieren").click();
            PlaywrightAssertions.assertThat(page.getByText("Der Codec ist gescheitert"))
                    .isFocused();
            PlaywrightAssertions.assertThat(page.getByText("<b>zu kurz</b>")).isVisible();
            PlaywrightAssertions.assertThat(page.getByLabel("Port")).hasValue("85");
            browser.checkAndPicture("sensoren-codecs-gescheitert");

            page.getByLabel("Bytes oder Befehl").fill("wie bitte?");
            browser.button("Ausprobieren").click();
            PlaywrightAssertions.assertThat(page.getByLabel("Bytes oder Befehl"))
                    .isFocused();
            PlaywrightAssertions.assertThat(page.getByLabel("Bytes oder Befehl"))
                    .hasAttribute("aria-invalid", "true");
            PlaywrightAssertions.assertThat(page.getByText("Das ist weder hexadezimal"))
                    .isVisible();
            PlaywrightAssertions.assertThat(page.getByLabel("Quelltext")).hasValue("kaputt");
            browser.checkAndPicture("sensoren-codecs-fehler");

            assertThat(page.evaluate("window.unberuehrt"))
                    .describedAs("the page was never loaded again")
                    .isEqualTo(true);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aDownlinkIsMadeWithoutScripts() {
        try (var browser = BrowserPage.openWithoutJavaScript(port)) {
            var page = browser.page();
            browser.visit("/sensoren/codecs");
            follow(page, "milesight/em400-mud");
            PlaywrightAssertions.assertThat(page.locator("#typ")).hasValue("milesight/em400-mud");
            page.getByLabel("Was der Codec tun soll").selectOption("Downlink bilden");
            page.getByLabel("Bytes oder Befehl").fill("{\"command\": \"reset\"}");
            browser.button("Ausprobieren").press("Enter");

            PlaywrightAssertions.assertThat(page.locator("#ergebnis")).containsText("fefe00");
            PlaywrightAssertions.assertThat(page.getByLabel("Was der Codec tun soll"))
                    .hasValue("DOWNLINK_BILDEN");
        }
    }

    @Test
    void aSensorIsTakenOffAfterAQuestion() {
        try (var browser = BrowserPage.openWithoutJavaScript(port)) {
            var page = browser.page();
            browser.visit("/sensoren/objekte/BI-C-0001");
            follow(page, "Sensor 24E124713D000001 ausbauen");
            PlaywrightAssertions.assertThat(page.getByLabel("Ausgebaut am")).hasValue("2026-11-22T21:30");
            page.getByLabel("Ausgebaut am").fill("2026-11-22T09:59");
            browser.button("Sensor ausbauen").press("Enter");
            PlaywrightAssertions.assertThat(
                            page.getByText("Zu dieser Zeit war der Sensor noch nicht an diesem Objekt."))
                    .isVisible();
            assertThat(sensorik.unmounted()).isNull();
            page.getByLabel("Ausgebaut am").fill("2026-11-22T12:00");
            browser.button("Sensor ausbauen").press("Enter");

            PlaywrightAssertions.assertThat(page.getByText("Der Sensor 24E124713D000001 ist ausgebaut."))
                    .isVisible();
            PlaywrightAssertions.assertThat(page.getByText("Sensor 24E124713D000001 ausbauen"))
                    .hasCount(0);
            assertThat(sensorik.unmounted()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
        }
    }

    @Test
    void axeFindsNothingWhereATimeIsRefused() {
        try (var browser = BrowserPage.open(port)) {
            browser.visit("/sensoren/objekte/BI-C-0001/sensoren/24E124713D000001/ausbau");
            browser.page().getByLabel("Ausgebaut am").fill("2027-01-01T00:00");
            browser.button("Sensor ausbauen").click();

            PlaywrightAssertions.assertThat(browser.page().getByText("Dieser Zeitpunkt liegt in der Zukunft."))
                    .isVisible();
            browser.checkAndPicture("sensor-ausbau-fehler");
        }
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }
}

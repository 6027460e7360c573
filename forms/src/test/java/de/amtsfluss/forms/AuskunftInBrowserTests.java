package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages of the officer for data protection in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class AuskunftInBrowserTests {

    @Autowired
    private InMemoryAuskuenfte auskuenfte;

    @LocalServerPort
    private int port;

    @Test
    void axeFindsNothingOnTheWayFromTheListToTheAnswer() {
        auskuenfte.reset();
        try (var browser = BrowserPage.open(port)) {
            var page = browser.page();
            browser.visit("/auskunft");
            browser.checkAndPicture("auskunft");
            follow(page, "Neue Anfrage eintragen");
            page.getByLabel("Vorname").fill("Jutta");
            browser.button("Eintragen").click();
            browser.checkAndPicture("auskunft-fehler");
            browser.visit("/auskunft/" + InMemoryAuskuenfte.RECEIVED);
            page.getByText("Frist verlängern").click();
            browser.checkAndPicture("auskunft-identitaet");
            browser.button("Identität ist geprüft").click();
            browser.visit("/auskunft/" + InMemoryAuskuenfte.SEARCHED);
            browser.button("Auskunft erteilen").click();
            browser.checkAndPicture("auskunft-anfrage");
            follow(page, "Auf Daten Dritter prüfen");
            browser.checkAndPicture("auskunft-pruefung");
            page.getByLabel("Der Vorgang ist auf Daten Dritter geprüft.").check();
            browser.button("Prüfung speichern").click();
            browser.visit("/auskunft/" + InMemoryAuskuenfte.ANSWERED);
            browser.checkAndPicture("auskunft-erteilt");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }
}

package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What people do on the pages in a real browser, by keyboard too. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class PagesInBrowserTests {

    private static final String TASK = "/aufgaben/" + InMemoryProcesses.FREE_TASK;

    @Autowired
    private InMemoryProcesses processes;

    @Autowired
    private InMemoryAkten akten;

    @LocalServerPort
    private int port;

    private BrowserPage browser;
    private Page page;

    @BeforeEach
    void open() {
        processes.reset();
        akten.reset();
        use(BrowserPage.open(port));
    }

    private void use(BrowserPage opened) {
        browser = opened;
        page = opened.page();
    }

    @AfterEach
    void nothingComplains() {
        browser.close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void axeFindsNothingWhereAGeschaeftsgangIsStartedAndChanged() {
        browser.visit("/vorgaenge/" + processes.closedOrder().id() + "/geschaeftsgang");
        browser.checkAndPicture("geschaeftsgang-starten");
        page.getByLabel("Verfügung").first().selectOption("ZUR_KENNTNIS");
        browser.button("Geschäftsgang starten").click();
        PlaywrightAssertions.assertThat(page.locator("#name0-fehler")).isVisible();
        browser.checkAndPicture("geschaeftsgang-fehler");

        browser.visit("/geschaeftsgaenge/" + InMemoryGeschaeftsgaenge.RUNNING);
        page.locator("summary").first().click();
        browser.checkAndPicture("laufweg");
    }

    @Test
    void axeFindsNothingWherePostIsRegistered() {
        browser.visit("/posteingang");
        page.getByText("Gescannte Post erfassen").click();
        PlaywrightAssertions.assertThat(page.getByLabel("Scanprofil")).isVisible();

        browser.checkAndPicture("posteingang-erfassen");
    }

    @Test
    void aDraftIsHandedInAndTheAkteClosedByKeyboardAlone() {
        browser.visit("/vorgaenge/" + processes.closedOrder().id());
        browser.tabTo(page.getByText("Dokument hinzufügen"));
        page.keyboard().press("Enter");
        page.getByLabel("Datei")
                .setInputFiles(
                        new FilePayload("Entwurf.txt", "text/plain", "Entwurf".getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Art", new Page.GetByLabelOptions().setExact(true)).selectOption("AUSGANG");
        browser.checkAndPicture("vorgang-hochladen");
        browser.tabTo(browser.button("Hinzufügen"));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("„Entwurf.txt“ ist hinzugefügt."))
                .isVisible();
        browser.checkAndPicture("vorgang-entwurf");

        browser.tabTo(page.getByText("Zur Akte"));
        page.keyboard().press("Enter");
        browser.tabTo(page.getByText("Vertraulichkeit ändern"));
        page.keyboard().press("Enter");
        browser.checkAndPicture("akte");
        browser.tabTo(browser.button("Zu den Akten"));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("Die Akte ist zu den Akten verfügt."))
                .isVisible();
        browser.checkAndPicture("akte-zda");
    }

    @Test
    void whyAnAkteCannotBeClosedIsSaidInSentences() {
        browser.visit("/akten/" + processes.openOrder().id());
        browser.button("Zu den Akten").click();

        PlaywrightAssertions.assertThat(page.getByText("Eine Aufgabe ist offen."))
                .isVisible();
        browser.checkAndPicture("akte-abgelehnt");
    }

    @Test
    void anOrderIsClosedByKeyboardAlone() {
        browser.visit("/aufgaben");
        browser.tabTo(page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("Sie haben die Aufgabe übernommen."))
                .isVisible();

        browser.tabTo(page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("Space");
        browser.tabTo(page.getByLabel("Bemerkung"));
        page.keyboard().type("Alles in Ordnung");
        browser.tabTo(browser.button("Erledigen"));
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(page.getByText("Die Aufgabe ist erledigt."))
                .isVisible();
        browser.checkAndPicture("erledigt");
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndInASummary() {
        browser.visit("/aufgaben/" + (InMemoryProcesses.FREE_TASK + 5));
        browser.button("Erledigen").click();

        PlaywrightAssertions.assertThat(page.locator(".fjs-form-field-error"))
                .hasText("Bitte füllen Sie dieses Feld aus.");
        PlaywrightAssertions.assertThat(page.locator("#antwort"))
                .containsText("Container geleert?: Bitte füllen Sie dieses Feld aus.");
        browser.checkAndPicture("fehler-am-feld");
    }

    @Test
    void whatOnlyTheServerRefusesIsSaidAtTheFieldUntilItIsChanged() {
        browser.visit("/aufgaben/" + (InMemoryProcesses.FREE_TASK + 5));
        page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Bemerkung").fill("unzulässig");
        browser.button("Erledigen").click();
        var message = page.locator(".fjs-form-field-error");
        PlaywrightAssertions.assertThat(message).containsText("enthält ein Wort, das nicht erlaubt ist");
        browser.complaints().removeIf(complaint -> complaint.contains("422"));

        page.getByLabel("Bemerkung").fill("in Ordnung");
        PlaywrightAssertions.assertThat(message).hasCount(0);
        browser.button("Erledigen").click();

        PlaywrightAssertions.assertThat(page.getByText("Die Aufgabe ist erledigt."))
                .isVisible();
    }

    @Test
    void whatIsTypedStaysWhenAnotherFieldDrawsTheFormAgain() {
        browser.visit("/aufgaben/" + (InMemoryProcesses.FREE_TASK + 5));
        var yes = page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true));
        var bemerkung = page.getByLabel("Bemerkung");
        bemerkung.evaluate("""
                field => {
                    field.value = 'Alles in Ordnung';
                    field.dispatchEvent(new Event('input', {bubbles: true}));
                    document.querySelector('#formular input[type=radio]').click();
                }""");

        PlaywrightAssertions.assertThat(yes).isChecked();
        PlaywrightAssertions.assertThat(bemerkung).hasValue("Alles in Ordnung");
    }

    @Test
    void aNewTaskAppearsWithoutReloadingAndIsAnnounced() {
        browser.visit("/aufgaben");
        page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK).focus();

        processes.addOrder(77_001, "Kesselbrink 1, Mitte");

        PlaywrightAssertions.assertThat(page.getByText("Kesselbrink 1, Mitte")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#neuigkeit")).hasText("1 neue Aufgabe");
        PlaywrightAssertions.assertThat(page.locator("#uebernehmen-" + InMemoryProcesses.FREE_TASK))
                .isFocused();
        browser.checkAndPicture("neue-aufgabe");
    }

    @Test
    void aChangeWhileTheListIsFetchedIsNotLost() {
        List<Runnable> answers = new ArrayList<>();
        page.route("**/aufgaben/liste", route -> {
            var drawnBefore = route.fetch();
            answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(drawnBefore)));
        });
        page.addInitScript("document.addEventListener('htmx:sseMessage', () => window.told = (window.told ?? 0) + 1)");
        browser.visit("/aufgaben");
        page.waitForCondition(() -> answers.size() == 1);

        processes.addOrder(77_002, "Klosterplatz 2, Mitte");
        page.waitForFunction("window.told >= 2");
        page.unroute("**/aufgaben/liste");
        answers.getFirst().run();

        PlaywrightAssertions.assertThat(page.getByText("Klosterplatz 2, Mitte")).isVisible();
    }

    @Test
    void onlyWhatIsOverdueIsMarkedSo() {
        browser.visit("/aufgaben");

        PlaywrightAssertions.assertThat(page.getByText("überfällig")).hasCount(2);
    }

    @Test
    void theFormCannotBeFilledInBeforeTheTaskIsClaimed() {
        browser.visit(TASK);

        PlaywrightAssertions.assertThat(browser.button("Erledigen")).hasCount(0);
        PlaywrightAssertions.assertThat(page.getByLabel("Bemerkung")).not().isEditable();
    }

    @Test
    void aPeriodIsComputedWithoutJavaScript() {
        browser.close();
        use(BrowserPage.openWithoutJavaScript(port));
        browser.visit("/aufgaben");
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
}

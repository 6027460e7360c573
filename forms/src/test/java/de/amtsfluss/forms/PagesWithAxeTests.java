package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Each page as somebody meets it, by the eyes of axe, on a desk and on a small telephone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesWithAxeTests {

    @Autowired
    private InMemoryProcesses processes;

    @Autowired
    private InMemoryAkten akten;

    @LocalServerPort
    private int port;

    private BrowserPage browser;

    @BeforeAll
    void open() {
        processes.reset();
        akten.reset();
        browser = BrowserPage.open(port);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @AfterEach
    void nothingComplains() {
        var complaints = List.copyOf(browser.complaints());
        browser.complaints().clear();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "liste, /aufgaben",
        "aufgabe-frei, /aufgaben/2251799813685301",
        "aufgabe-meine, /aufgaben/2251799813685306",
        "vorgaenge, /vorgaenge",
        "vorgaenge-leer, /vorgaenge?suche=Nirgendwo",
        "portal, /portal",
        "portal-formular, /portal/leistungen/hundesteuer-anmelden",
        "portal-status, /portal/status",
        "portal-antrag, /portal/antraege/00000000-0000-0007-0000-000000000007",
        "portal-aendern, /portal/antraege/00000000-0000-0007-0000-000000000007/aendern",
        "portal-eingang, /portal/antraege/00000000-0000-0007-0000-000000000007/eingang",
        "portal-meine, /portal/meine",
        "portal-postfach, /portal/postfach",
        "antraege, /antraege",
        "antrag-aufnehmen, /antraege/hundesteuer-anmelden?kanal=TELEFON",
        "akten, /akten",
        "akten-treffer, /akten?suche=Hund",
        "akten-leer, /akten?suche=Katze",
        "abgemeldet, /abgemeldet",
        "vertretung, /vertretung",
        "fristen, /fristen",
        "fristen-ergebnis, /fristen?art=RECHTSBEHELF&versandtAm=2026-11-27&regime=AO",
        "fristen-fehler, /fristen?am=&zahl=viele&einheit=TAGE",
        "fristen-ohne, /fristen?art=BEKANNTGABE&versandtAm=",
        "druckauftraege, /druckauftraege",
        "benachrichtigungen, /benachrichtigungen",
        "sensoren, /sensoren",
        "sensor, /sensoren/objekte/BI-C-0001",
        "sensor-ausbau, /sensoren/objekte/BI-C-0001/sensoren/24E124713D000001/ausbau",
        "sensoren-codecs, /sensoren/codecs?typ=muster/fuehler",
        "sensoren-unzustellbar, /sensoren/unzustellbar?alle=true",
        "posteingaenge, /posteingang",
        "posteingang, /posteingang/E-2026-000001",
        "posteingang-mail, /posteingang/E-2026-000002",
    })
    void nothingIsFound(String name, String path) {
        browser.visit(path);

        browser.checkAndPicture(name);
    }

    @Test
    void nothingIsFoundOnAClosedOrder() {
        browser.visit("/vorgaenge/" + processes.closedOrder().id());

        browser.checkAndPicture("vorgang");
    }

    @Test
    void nothingIsFoundWhereTheSearchDoesNotAnswer() {
        browser.visit("/akten?suche=Ausfall");
        browser.complaints().clear();

        browser.checkAndPicture("akten-ausfall");
    }

    @Test
    void nothingIsFoundOnAPageThatDoesNotExist() {
        browser.visit("/aufgaben/" + InMemoryProcesses.OTHERS_TASK);
        browser.complaints().clear();

        assertThat(browser.page().title()).isEqualTo("Diese Seite gibt es nicht – Amtsfluss");
        browser.checkAndPicture("nicht-gefunden");
    }
}

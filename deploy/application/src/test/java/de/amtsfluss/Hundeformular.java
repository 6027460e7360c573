package de.amtsfluss;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The form for a dog, filled in by an invented person. */
final class Hundeformular {

    static final String DOG = "Bello <i>I.</i>";

    private Hundeformular() {}

    static void fillIn(Page page, String befreiung) {
        fill(page, "Textfield_vorname", "Paula");
        fill(page, "Textfield_nachname", "Mustermann");
        fill(page, "Datetime_geburtsdatum-date", "29.02.1980");
        fill(page, "Textfield_strasse", "Musterstraße 12");
        fill(page, "Textfield_plz", "33602");
        fill(page, "Textfield_ort", "Bielefeld");
        field(page, "Radio_versandweg-1").check();
        fill(page, "Textfield_hundName", DOG);
        select(page, "Select_rasse", "Andere Rasse oder Mischling");
        fill(page, "Textfield_rasseAngabe", "Dackel");
        field(page, "Radio_kreuzung-1").check();
        fill(page, "Datetime_hundGeburtsdatum-date", "01.05.2020");
        field(page, "Radio_geschlecht-1").check();
        fill(page, "Textfield_farbe", "braun");
        fill(page, "Number_widerristhoeheCm", "25");
        fill(page, "Number_gewichtKg", "9");
        field(page, "Radio_gefaehrlichFestgestellt-1").check();
        fill(page, "Datetime_angeschafftAm-date", "01.03.2026");
        select(page, "Select_herkunft", "Von einer Privatperson");
        fill(page, "Number_weitereHunde", "0");
        select(page, "Select_befreiungGrund", befreiung);
        field(page, "Radio_zahlweise-0").check();
    }

    /** form-js draws fields with ids that end with that of the form's component. */
    static Locator field(Page page, String id) {
        return page.locator("input[id$='-%s']".formatted(id));
    }

    static void fill(Page page, String id, String value) {
        field(page, id).fill(value);
        field(page, id).press("Tab");
    }

    static void select(Page page, String id, String option) {
        // A field that has the focus shows its list already, and a click would close it.
        field(page, id).focus();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(option))
                .first()
                .click();
    }

    /** The same as a machine of the office says it. */
    static String angaben(String rasse, String versandweg) {
        return """
                {"vorname":"Paul","nachname":"Mustermann","geburtsdatum":"1981-03-01","strasse":"Musterweg 3","plz":"33604",
                "ort":"Bielefeld","email":"paul.mustermann@example.org","versandweg":"%s","hundName":"Bella","rasse":"%s",
                %s"kreuzung":false,"hundGeburtsdatum":"2021-01-01","geschlecht":"huendin","farbe":"schwarz",
                "widerristhoeheCm":30,"gewichtKg":12,"gefaehrlichFestgestellt":false,"angeschafftAm":"2026-01-15",
                "herkunft":"tierheim","weitereHunde":0,"befreiungGrund":"keiner","zahlweise":"jaehrlich"}""".formatted(versandweg, rasse, rasse.equals("andere") ? "\"rasseAngabe\":\"Pudel\"," : "");
    }
}

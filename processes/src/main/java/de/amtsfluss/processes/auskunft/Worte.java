package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung.Zustand;
import java.util.List;
import java.util.Locale;

/** The words in which an answer says what the system keeps as codes. */
final class Worte {

    /** Art. 15 Abs. 1 Buchst. e and f DSGVO; the wording is to be approved by the city's data protection officer. */
    static final List<String> RECHTE = List.of(
            "Sie können verlangen, dass unrichtige Daten berichtigt und unvollständige vervollständigt werden"
                    + " (Art. 16 DSGVO).",
            "Sie können verlangen, dass Ihre Daten gelöscht werden, wenn ein Grund des Art. 17 Abs. 1 DSGVO vorliegt und"
                    + " keine Pflicht besteht, sie aufzubewahren.",
            "Sie können unter den Voraussetzungen des Art. 18 DSGVO verlangen, dass die Verarbeitung eingeschränkt wird.",
            "Sie können aus Gründen, die sich aus Ihrer besonderen Situation ergeben, der Verarbeitung widersprechen"
                    + " (Art. 21 DSGVO).",
            "Sie können sich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO), zum Beispiel bei der"
                    + " Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen,"
                    + " Kavalleriestraße 2–4, 40213 Düsseldorf.",
            "Sie haben das Recht auf einen wirksamen gerichtlichen Rechtsbehelf (Art. 79 DSGVO).");

    private Worte() {}

    static String kanal(String kanal) {
        return switch (kanal) {
            case "portal" -> "über das Portal";
            case "schalter" -> "am Schalter";
            case "telefon" -> "am Telefon";
            case "brief" -> "mit einem Brief";
            case "email" -> "mit einer E-Mail";
            default -> kanal;
        };
    }

    static String rolle(Rolle rolle) {
        return switch (rolle) {
            case ANTRAGSTELLER -> "antragstellende Person";
            case BEVOLLMAECHTIGTER -> "bevollmächtigte Person";
            case BETROFFENER -> "betroffene Person";
        };
    }

    static String nachweis(Nachweis nachweis) {
        return switch (nachweis) {
            case AUSWEIS -> "Ausweis, am Schalter vorgelegt";
            case ONLINE_AUSWEIS -> "Online-Ausweis";
            case PORTALKONTO -> "Anmeldung im Portal";
            case BEKANNTE_ANSCHRIFT -> "Rückmeldung von der bekannten Anschrift";
            case VOLLMACHT -> "Vollmacht";
        };
    }

    static String richtung(Richtung richtung) {
        return switch (richtung) {
            case EINGANG -> "Eingang";
            case AUSGANG -> "Ausgang";
            case INTERN -> "intern";
        };
    }

    static String weg(Versandweg weg) {
        return switch (weg) {
            case POSTFACH -> "Postfach im Portal";
            case EMAIL -> "E-Mail";
            case BRIEF -> "Brief";
            case WEBHOOK -> "Nachricht an ein anderes System";
        };
    }

    static String zustand(Zustand zustand) {
        return switch (zustand) {
            case VORGEMERKT -> "vorgemerkt";
            case IM_DRUCK -> "im Druck";
            case UEBERGEBEN -> "übergeben";
            case FEHLGESCHLAGEN -> "fehlgeschlagen";
            case ZURUECKGEKOMMEN -> "zurückgekommen";
            case ERSETZT -> "durch einen Brief ersetzt";
        };
    }

    /** What was done, from the words of the Protokoll. */
    static String handlung(Handlung was) {
        var art = word(was.objektart());
        var text =
                "%s%s %s".formatted(art.substring(0, 1).toUpperCase(Locale.ROOT), art.substring(1), word(was.aktion()));
        return was.metadatum() == null ? text : "%s (%s)".formatted(text, was.metadatum());
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace("ae", "ä").replace("ue", "ü");
    }
}

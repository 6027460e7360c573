package de.amtsfluss.forms.akten;

import de.amtsfluss.processes.Akte;
import de.amtsfluss.processes.Akten.Verfuegung;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.Vertraulichkeit;
import java.util.Locale;

/** What offices call things of the eAkte. */
final class Bezeichnungen {

    private Bezeichnungen() {}

    static String of(Typ typ) {
        return switch (typ) {
            case VORGANG -> "Vorgang";
            case PDF -> "PDF";
            case BILD -> "Bild";
            case TEXT -> "Text";
            case SONSTIGES -> "Datei";
        };
    }

    static String of(Richtung richtung) {
        return switch (richtung) {
            case EINGANG -> "Eingang";
            case AUSGANG -> "Ausgang";
            case INTERN -> "intern";
        };
    }

    static String of(Volltext volltext) {
        return switch (volltext) {
            case OFFEN -> "Text wird noch gelesen";
            case GELESEN -> "im Text suchbar";
            case OHNE_TEXT -> "ohne Text";
            case NICHT_LESBAR -> "Text nicht lesbar";
        };
    }

    static String of(Vertraulichkeit stufe) {
        return switch (stufe) {
            case OFFEN -> "offen";
            case NUR_FUER_DEN_DIENSTGEBRAUCH -> "nur für den Dienstgebrauch";
            case VERTRAULICH -> "vertraulich";
            case GEHEIM -> "geheim";
            case STRENG_GEHEIM -> "streng geheim";
        };
    }

    static String of(Akte.Medium medium) {
        return medium.name().toLowerCase(Locale.ROOT);
    }

    static String of(Verfuegung.Art art) {
        return switch (art) {
            case ZDA -> "Zu den Akten verfügt";
            case ZDA_AUFGEHOBEN -> "Wieder geöffnet";
            case LOESCHSPERRE -> "Löschsperre gesetzt";
            case LOESCHSPERRE_AUFGEHOBEN -> "Löschsperre aufgehoben";
            case EINSTUFUNG -> "Vertraulichkeit geändert";
        };
    }

    static String art(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "PDF";
            case "text/plain" -> "Text";
            case "application/vnd.oasis.opendocument.text" -> "OpenDocument";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "Word";
            default -> mediaType.startsWith("image/") ? "Bild" : mediaType;
        };
    }
}

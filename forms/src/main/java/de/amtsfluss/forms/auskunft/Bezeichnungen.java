package de.amtsfluss.forms.auskunft;

import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Kanal;
import java.util.List;
import java.util.stream.Stream;

/** What the pages call things. */
final class Bezeichnungen {

    private Bezeichnungen() {}

    static String of(Zustand zustand) {
        return switch (zustand) {
            case OFFEN -> "offen";
            case GEPRUEFT -> "Identität geprüft";
            case ERTEILT -> "Auskunft erteilt";
            case ABGELEHNT -> "abgelehnt";
        };
    }

    static String of(Nachweis nachweis) {
        return switch (nachweis) {
            case AUSWEIS -> "Ausweis, am Schalter vorgelegt";
            case ONLINE_AUSWEIS -> "Online-Ausweis";
            case PORTALKONTO -> "Anmeldung im Portal";
            case BEKANNTE_ANSCHRIFT -> "Rückmeldung von der bekannten Anschrift";
            case VOLLMACHT -> "Vollmacht";
        };
    }

    static String of(Kanal kanal) {
        return switch (kanal) {
            case PORTAL -> "Portal";
            case SCHALTER -> "Schalter";
            case TELEFON -> "Telefon";
            case BRIEF -> "Brief";
            case EMAIL -> "E-Mail";
        };
    }

    static String of(Merkmal merkmal) {
        return switch (merkmal) {
            case NAME_UND_GEBURTSDATUM -> "Name und Geburtsdatum";
            case NAME -> "nur Name";
            case EMAIL -> "E-Mail-Adresse";
            case KONTO -> "Konto";
        };
    }

    static String of(Urteil urteil) {
        return switch (urteil) {
            case OFFEN -> "noch offen";
            case BESTAETIGT -> "betrifft die Person";
            case AUSGESCHLOSSEN -> "betrifft jemand anderen";
        };
    }

    static List<Wahl> nachweise() {
        return Stream.of(Nachweis.values())
                .map(one -> new Wahl(one.name(), of(one)))
                .toList();
    }

    static List<Wahl> kanaele() {
        return Stream.of(Kanal.values())
                .map(one -> new Wahl(one.name(), of(one)))
                .toList();
    }

    /**
     * Something to choose.
     *
     * @param wert its code
     * @param name its name
     */
    record Wahl(String wert, String name) {}
}

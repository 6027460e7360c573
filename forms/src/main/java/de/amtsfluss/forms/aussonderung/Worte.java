package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderungsart;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;

/** What offices call things of the Aussonderung. */
final class Worte {

    private Worte() {}

    static String of(Aussonderung.Stand stand) {
        return switch (stand) {
            case ERSTELLT -> "erstellt";
            case ANGEBOTEN -> "angeboten";
            case BEWERTET -> "bewertet";
            case UEBERGEBEN -> "übergeben";
            case ABGESCHLOSSEN -> "abgeschlossen";
        };
    }

    static String of(Aussonderungseintrag.Stand stand) {
        return switch (stand) {
            case OFFEN -> "noch nicht bewertet";
            case BEWERTET -> "bewertet";
            case UEBERNOMMEN -> "vom Archiv übernommen";
            case FEHLGESCHLAGEN -> "Übernahme fehlgeschlagen";
            case LOESCHUNG_ANGEORDNET -> "wird gelöscht";
            case GELOESCHT -> "gelöscht";
            case ZURUECKGESTELLT -> "zurückgestellt";
        };
    }

    static String of(Bewertung bewertung) {
        return switch (bewertung) {
            case ARCHIVWUERDIG -> "A – archivwürdig";
            case VERNICHTEN -> "V – vernichten";
        };
    }

    static String of(Aussonderungsart art) {
        return switch (art) {
            case ARCHIVWUERDIG -> "A – archivwürdig";
            case BEWERTEN -> "B – bewerten";
            case VERNICHTEN -> "V – vernichten";
        };
    }
}

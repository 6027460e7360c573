package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Abholung;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the archive what it takes over. */
@Component
class Archivpakete {

    private final AussonderungRepository aussonderungen;
    private final EintragRepository eintraege;
    private final Paketinhalt inhalt;
    private final Protokoll protokoll;

    Archivpakete(
            AussonderungRepository aussonderungen,
            EintragRepository eintraege,
            Paketinhalt inhalt,
            Protokoll protokoll) {
        this.aussonderungen = aussonderungen;
        this.eintraege = eintraege;
        this.inhalt = inhalt;
        this.protokoll = protokoll;
    }

    /** Whether the archive takes the entry over and has not lost the chance to fetch it. */
    static boolean isTaken(Aussonderungseintrag eintrag) {
        return eintrag.bewertung() == Bewertung.ARCHIVWUERDIG
                && switch (eintrag.stand()) {
                    case BEWERTET, UEBERNOMMEN, FEHLGESCHLAGEN -> true;
                    case OFFEN, LOESCHUNG_ANGEORDNET, GELOESCHT, ZURUECKGESTELLT -> false;
                };
    }

    @Transactional
    public Abholung fetch(AussonderungId id, Akteur akteur) {
        var list = Aussonderungen.isOpenTo(akteur) ? aussonderungen.find(id).orElse(null) : null;
        if (list == null) {
            return new Abholung.NotFound();
        }
        if (!akteur.gruppen().contains(Befugnis.ARCHIV)) {
            return new Abholung.Refused("Das darf nur das Archiv.");
        }
        var taken = eintraege.of(id, akteur.gruppen()).stream()
                .filter(Archivpakete::isTaken)
                .toList();
        if (list.stand() != Stand.UEBERGEBEN || taken.isEmpty()) {
            return new Abholung.Refused("Es ist nichts zur Abholung bereitgestellt.");
        }
        if (taken.stream().anyMatch(eintrag -> eintrag.betreff() == null)) {
            return new Abholung.Refused("Einzelne Akten liegen über der Stufe, die Sie selbst lesen dürfen.");
        }
        for (var eintrag : taken) {
            eintrag.vorgaenge()
                    .forEach(vorgang -> protokoll.write(
                            Handelnder.person(akteur),
                            vorgang,
                            new Handlung(Objektart.VORGANG, vorgang, Aktion.GELESEN)
                                    .with("archivpaket", null, list.nummer())));
        }
        return new Abholung.Ready(list.nummer() + ".zip", out -> inhalt.write(list, taken, out));
    }
}

package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a Geschäftsgang does to Dokument and Vorgang: the one place to change when the eAkte closes Vorgaenge itself.
 */
@Component
class Schriftgut {

    private final Dokumente dokumente;
    private final Vorgaenge vorgaenge;
    private final Laufwege laufwege;

    Schriftgut(Dokumente dokumente, Vorgaenge vorgaenge, Laufwege laufwege) {
        this.dokumente = dokumente;
        this.vorgaenge = vorgaenge;
        this.laufwege = laufwege;
    }

    /** Files the draft that was signed for good. */
    void freeze(@Nullable DokumentId dokument) {
        if (dokument != null) {
            dokumente.file(dokument);
        }
    }

    /** Why a Vorgang cannot be closed: no step, no Wiedervorlage and no draft may be open (zdA). */
    Optional<String> refuseClosing(VorgangId vorgang, Beteiligungsschritt by) {
        var isOpen = laufwege.of(vorgang).stream()
                .map(Geschaeftsgang::schritte)
                .flatMap(schritte -> schritte.stream())
                .filter(schritt -> !schritt.id().equals(by.id()) && schritt.verfuegung() != Verfuegung.ZUR_KENNTNIS)
                .anyMatch(schritt -> schritt.status() == Status.AKTUELL || schritt.status() == Status.ZUKUENFTIG);
        if (isOpen) {
            return Optional.of("Der Vorgang kann noch nicht zu den Akten: Es ist noch ein Schritt offen.");
        }
        return dokumente.of(vorgang).stream().anyMatch(dokument -> dokument.abgelegtAm() == null)
                ? Optional.of("Der Vorgang kann noch nicht zu den Akten: Ein Dokument ist noch Entwurf.")
                : Optional.empty();
    }

    /** Closes a Vorgang. */
    void close(VorgangId vorgang) {
        vorgaenge.close(vorgang, "zdA");
    }
}

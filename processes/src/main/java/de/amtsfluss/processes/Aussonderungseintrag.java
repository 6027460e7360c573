package de.amtsfluss.processes;

import de.amtsfluss.processes.Aussonderung.Schritt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An Akte, or a Vorgang without an Akte, in the list of an {@link Aussonderung}.
 *
 * @param id identifies it
 * @param nummer its place in the list
 * @param akte the Akte, absent for a Vorgang without one
 * @param vorgaenge the Vorgaenge that are erased with it
 * @param kennzeichen its reference
 * @param betreff what it is about; absent for who may not read it, and once it is erased
 * @param laufzeitBeginn when it was begun
 * @param laufzeitEnde when it was closed
 * @param aufbewahrungsende the last day on which it had to be kept
 * @param aussonderungsart what the Aktenplan says is to become of it
 * @param stand where it stands
 * @param bewertung what the archive decided, absent as long as it did not
 * @param bewertet when, and by whom
 * @param archivkennung by what the archive finds it
 * @param importfehler why the archive could not take it
 */
public record Aussonderungseintrag(
        UUID id,
        int nummer,
        @Nullable AkteId akte,
        List<VorgangId> vorgaenge,
        String kennzeichen,
        @Nullable String betreff,
        LocalDate laufzeitBeginn,
        LocalDate laufzeitEnde,
        LocalDate aufbewahrungsende,
        Aussonderungsart aussonderungsart,
        Stand stand,
        @Nullable Bewertung bewertung,
        @Nullable Schritt bewertet,
        @Nullable String archivkennung,
        @Nullable String importfehler) {

    /** Keeps its own copy of the Vorgaenge. */
    public Aussonderungseintrag {
        vorgaenge = List.copyOf(vorgaenge);
    }

    /** What the Registratur proposes; nothing where the Aktenplan leaves it to the archive. */
    public Optional<Bewertung> vorschlag() {
        return switch (aussonderungsart) {
            case ARCHIVWUERDIG -> Optional.of(Bewertung.ARCHIVWUERDIG);
            case VERNICHTEN -> Optional.of(Bewertung.VERNICHTEN);
            case BEWERTEN -> Optional.empty();
        };
    }

    /** Where an entry stands. */
    public enum Stand {
        /** The archive did not decide yet. */
        OFFEN,
        /** The archive has decided. */
        BEWERTET,
        /** The archive has taken it over and said so. */
        UEBERNOMMEN,
        /** The archive could not take it over and said why. */
        FEHLGESCHLAGEN,
        /** Its erasure is ordered and will be finished, whatever happens. */
        LOESCHUNG_ANGEORDNET,
        /** It is erased. */
        GELOESCHT,
        /** It was taken off the list; it is listed again when nothing stands against that. */
        ZURUECKGESTELLT
    }
}

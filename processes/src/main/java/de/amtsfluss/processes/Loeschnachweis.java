package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a Vorgang was erased; it stays, and names nobody the Vorgang was about.
 *
 * @param id identifies it
 * @param aussonderung the list it was in
 * @param vorgang what was erased; also the id of the key that was destroyed
 * @param aktenzeichen its reference
 * @param verfahren the procedure
 * @param laufzeitBeginn when it was begun
 * @param laufzeitEnde when it was closed
 * @param aufbewahrungsende the last day on which it had to be kept
 * @param aussonderungsart what the Aktenplan said
 * @param bewertung what the archive decided
 * @param bewertet when, and by whom
 * @param archivkennung by what the archive finds it, absent unless it was taken over
 * @param angeordnet when the erasure was ordered, and by whom; from then on nothing can be read
 * @param dokumente how many documents there were
 * @param schluesselGeloeschtAm when the key was destroyed, absent until the erasure is finished
 * @param geloeschtAm when the erasure was finished
 */
public record Loeschnachweis(
        UUID id,
        AussonderungId aussonderung,
        VorgangId vorgang,
        String aktenzeichen,
        String verfahren,
        LocalDate laufzeitBeginn,
        LocalDate laufzeitEnde,
        LocalDate aufbewahrungsende,
        Aussonderungsart aussonderungsart,
        Bewertung bewertung,
        Aussonderung.Schritt bewertet,
        @Nullable String archivkennung,
        Aussonderung.Schritt angeordnet,
        int dokumente,
        @Nullable Instant schluesselGeloeschtAm,
        @Nullable Instant geloeschtAm) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    /** Says that, when and why the Vorgang was erased, in German. */
    public String satz() {
        return "Der Vorgang %s wurde am %s gelöscht, weil er nur bis zum %s aufzubewahren war und das Archiv ihn %s."
                .formatted(
                        aktenzeichen,
                        DAY.format(angeordnet.am()),
                        DAY.format(aufbewahrungsende),
                        bewertung == Bewertung.VERNICHTEN
                                ? "nicht übernehmen wollte"
                                : "übernommen hat (Archivkennung %s)".formatted(archivkennung));
    }
}

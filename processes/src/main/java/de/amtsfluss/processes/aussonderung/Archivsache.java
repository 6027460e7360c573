package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen.Import;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.aussonderung.Befugnis.Wanted;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the archive does: appraise, and say what became of its import. */
@Component
class Archivsache {

    private static final int LONGEST_KENNUNG = 200;
    private static final int LONGEST_REASON = 500;

    private final Befugnis befugnis;
    private final AussonderungRepository aussonderungen;
    private final EintragRepository eintraege;
    private final Protokoll protokoll;
    private final Clock clock;

    Archivsache(
            Befugnis befugnis,
            AussonderungRepository aussonderungen,
            EintragRepository eintraege,
            Protokoll protokoll,
            Clock clock) {
        this.befugnis = befugnis;
        this.aussonderungen = aussonderungen;
        this.eintraege = eintraege;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Transactional
    public Outcome appraise(AussonderungId id, UUID eintrag, Bewertung bewertung, Akteur akteur) {
        return appraise(id, akteur, one -> one.id().equals(eintrag) && isListed(one), bewertung);
    }

    @Transactional
    public Outcome appraiseRest(AussonderungId id, @Nullable Bewertung bewertung, Akteur akteur) {
        return appraise(id, akteur, one -> one.stand() == Aussonderungseintrag.Stand.OFFEN, bewertung);
    }

    private Outcome appraise(
            AussonderungId id, Akteur akteur, Predicate<Aussonderungseintrag> which, @Nullable Bewertung wanted) {
        return befugnis.check(id, akteur, Wanted.of(Befugnis.ARCHIV, Stand.ANGEBOTEN), list -> {
            if (isOffering(list, akteur)) {
                return new Outcome.Refused("Wer anbietet, darf nicht auch bewerten (Vier-Augen-Prinzip).");
            }
            var chosen =
                    eintraege.of(id, akteur.gruppen()).stream().filter(which).toList();
            if (chosen.isEmpty()) {
                return new Outcome.NotFound();
            }
            for (var eintrag : chosen) {
                var bewertung = wanted == null ? eintrag.vorschlag().orElse(null) : wanted;
                if (bewertung != null && bewertung != eintrag.bewertung()) {
                    appraise(eintrag, bewertung, akteur);
                }
            }
            return befugnis.done(id, List.of());
        });
    }

    private static boolean isOffering(Aussonderung list, Akteur akteur) {
        var offered = list.angeboten();
        return akteur.kennung().equals(list.erstellt().von())
                || (offered != null && akteur.kennung().equals(offered.von()));
    }

    private void appraise(Aussonderungseintrag eintrag, Bewertung bewertung, Akteur akteur) {
        var before = eintrag.bewertung();
        eintraege.appraise(eintrag.id(), bewertung, akteur.kennung(), clock.instant());
        write(eintrag, Aktion.ENTSCHIEDEN, "bewertung", before == null ? null : before.name(), bewertung.name());
    }

    @Transactional
    public Outcome completeAppraisal(AussonderungId id, Akteur akteur) {
        return befugnis.check(id, akteur, Wanted.of(Befugnis.ARCHIV, Stand.ANGEBOTEN), list -> {
            var open = eintraege.of(id, akteur.gruppen()).stream()
                    .filter(eintrag -> eintrag.stand() == Aussonderungseintrag.Stand.OFFEN)
                    .map(eintrag -> "%s ist noch nicht bewertet.".formatted(eintrag.kennzeichen()))
                    .toList();
            if (!open.isEmpty()) {
                return new Outcome.Refused(open);
            }
            aussonderungen.setStand(id, Stand.BEWERTET, akteur.kennung(), clock.instant());
            protokoll.write(
                    null,
                    new Handlung(Objektart.AUSSONDERUNG, id, Aktion.GEAENDERT)
                            .with("stand", list.stand().name(), Stand.BEWERTET.name()));
            return befugnis.done(id, List.of());
        });
    }

    @Transactional
    public Outcome confirmImport(AussonderungId id, UUID eintrag, Import ergebnis, Akteur akteur) {
        return befugnis.check(id, akteur, Wanted.of(Befugnis.ARCHIV, Stand.UEBERGEBEN), list -> {
            var found = eintraege.of(id, akteur.gruppen()).stream()
                    .filter(one -> one.id().equals(eintrag) && one.bewertung() == Bewertung.ARCHIVWUERDIG)
                    .findFirst();
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            return switch (found.get().stand()) {
                case BEWERTET, FEHLGESCHLAGEN, UEBERNOMMEN -> confirm(id, found.get(), ergebnis, akteur);
                case OFFEN, LOESCHUNG_ANGEORDNET, GELOESCHT, ZURUECKGESTELLT ->
                    new Outcome.Refused("Für %s kann kein Import mehr vermerkt werden."
                            .formatted(found.get().kennzeichen()));
            };
        });
    }

    private Outcome confirm(AussonderungId id, Aussonderungseintrag eintrag, Import ergebnis, Akteur akteur) {
        switch (ergebnis) {
            case Import.Erfolgreich done -> {
                if (!isText(done.archivkennung(), LONGEST_KENNUNG)) {
                    return new Outcome.Refused("Bitte geben Sie die Archivkennung mit höchstens 200 Zeichen an.");
                }
                var kennung = done.archivkennung().strip();
                eintraege.imported(eintrag.id(), kennung, akteur.kennung(), clock.instant());
                write(eintrag, Aktion.GEAENDERT, "archivkennung", eintrag.archivkennung(), kennung);
            }
            case Import.Fehlgeschlagen failed -> {
                if (!isText(failed.grund(), LONGEST_REASON)) {
                    return new Outcome.Refused("Bitte geben Sie den Grund mit höchstens 500 Zeichen an.");
                }
                eintraege.failed(eintrag, failed.grund().strip(), akteur.kennung(), clock.instant());
                write(eintrag, Aktion.GEAENDERT, "importfehler", null, null);
            }
        }
        return befugnis.done(id, List.of());
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
    }

    private static boolean isListed(Aussonderungseintrag eintrag) {
        return eintrag.stand() != Aussonderungseintrag.Stand.ZURUECKGESTELLT;
    }

    private void write(
            Aussonderungseintrag eintrag, Aktion aktion, String name, @Nullable String before, @Nullable String after) {
        eintrag.vorgaenge()
                .forEach(vorgang -> protokoll.write(
                        vorgang, new Handlung(Objektart.VORGANG, vorgang, aktion).with(name, before, after)));
    }
}

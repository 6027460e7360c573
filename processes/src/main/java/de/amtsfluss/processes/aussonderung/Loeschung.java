package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Aussonderungseintrag.Stand;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.Vorgangskopien;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases. The keys may lie in another database, so no one transaction holds all of it. First the order is noted, and
 * from then on nobody can read or hold the Vorgang; then the key is destroyed; then the rows go. Whatever was killed in
 * between is finished by a repeat, and one that is finished already does nothing.
 */
@Component
class Loeschung {

    private static final Logger log = LoggerFactory.getLogger(Loeschung.class);

    private final NachweisRepository nachweise;
    private final EintragRepository eintraege;
    private final AussonderungRepository aussonderungen;
    private final InhaltRepository inhalte;
    private final Hindernisse hindernisse;
    private final Verschluesselung verschluesselung;
    private final Aktensuche suche;
    private final ObjectProvider<Vorgangskopien> kopien;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Loeschung(
            NachweisRepository nachweise,
            EintragRepository eintraege,
            AussonderungRepository aussonderungen,
            InhaltRepository inhalte,
            Hindernisse hindernisse,
            Verschluesselung verschluesselung,
            Aktensuche suche,
            ObjectProvider<Vorgangskopien> kopien,
            Protokoll protokoll,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.nachweise = nachweise;
        this.eintraege = eintraege;
        this.aussonderungen = aussonderungen;
        this.inhalte = inhalte;
        this.hindernisse = hindernisse;
        this.verschluesselung = verschluesselung;
        this.suche = suche;
        this.kopien = kopien;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the archive has said all it has to say, so that an entry may go. */
    static boolean isReleased(Aussonderung list, Aussonderungseintrag eintrag) {
        return switch (list.stand()) {
            case ERSTELLT, ANGEBOTEN, ABGESCHLOSSEN -> false;
            case BEWERTET, UEBERGEBEN ->
                eintrag.stand() == Stand.UEBERNOMMEN
                        || (eintrag.stand() == Stand.BEWERTET && eintrag.bewertung() == Bewertung.VERNICHTEN);
        };
    }

    /**
     * Notes in the caller's transaction that an entry is to be erased, unless something stands against it now.
     *
     * @return what stands against it; none if it is ordered
     */
    List<String> order(Aussonderungseintrag eintrag, Akteur akteur) {
        if (eintraege.archivists(eintrag.id()).contains(akteur.kennung())) {
            return List.of("Wer bewertet oder übernommen hat, darf nicht auch löschen (Vier-Augen-Prinzip).");
        }
        // Whoever holds the Akte just now is waited for, and whoever comes later finds the order.
        eintrag.vorgaenge().forEach(inhalte::lock);
        var found = eintrag.vorgaenge().stream()
                .flatMap(vorgang -> hindernisse.of(vorgang).stream())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            eintraege.setStand(eintrag.id(), Stand.LOESCHUNG_ANGEORDNET);
            eintrag.vorgaenge().forEach(vorgang -> order(eintrag, vorgang, akteur));
        }
        return found;
    }

    private void order(Aussonderungseintrag eintrag, VorgangId vorgang, Akteur akteur) {
        nachweise.order(eintrag.id(), vorgang, akteur.kennung(), clock.instant());
        protokoll.write(
                vorgang,
                new Handlung(Objektart.VORGANG, vorgang, Aktion.GEAENDERT).with("loeschung", null, "angeordnet"));
    }

    /** Finishes all that is ordered; must not run in a transaction. What fails stays ordered. */
    void finish() {
        finish(nachweise.unfinished(null));
    }

    /** The same for one list. */
    void finish(AussonderungId list) {
        finish(nachweise.unfinished(list));
    }

    @SuppressWarnings("CatchingUnchecked") // one that fails must not keep the others from being erased
    private void finish(List<VorgangId> unfinished) {
        for (var vorgang : unfinished) {
            try {
                finish(vorgang);
            } catch (RuntimeException e) {
                log.error("Expected to finish the erasure of Vorgang '{}', but failed", vorgang, e);
            }
        }
    }

    private void finish(VorgangId vorgang) {
        verschluesselung.destroy(vorgang);
        var destroyed = clock.instant();
        transactions.executeWithoutResult(status -> eraseRows(vorgang, destroyed));
    }

    private void eraseRows(VorgangId vorgang, Instant keyDestroyed) {
        var eintrag = nachweise.lockUnfinished(vorgang);
        if (eintrag.isEmpty()) {
            return;
        }
        var versendungen = inhalte.versendungen(vorgang);
        kopien.orderedStream().forEach(kopie -> kopie.erase(vorgang, versendungen));
        inhalte.erase(vorgang);
        suche.forget(vorgang);
        nachweise.finish(vorgang, keyDestroyed, clock.instant());
        protokoll.write(vorgang, new Handlung(Objektart.VORGANG, vorgang, Aktion.GELOESCHT));
        nachweise.finishEntry(eintrag.get()).flatMap(aussonderungen::lock).ifPresent(this::completeIfAllAreErased);
    }

    /** A list of which nothing is left to be done is over; the caller has locked it. */
    void completeIfAllAreErased(Aussonderung list) {
        var over = list.stand() != Aussonderung.Stand.ABGESCHLOSSEN
                && eintraege.of(list.id(), Set.of()).stream()
                        .allMatch(eintrag ->
                                eintrag.stand() == Stand.GELOESCHT || eintrag.stand() == Stand.ZURUECKGESTELLT);
        if (over) {
            aussonderungen.complete(list.id(), clock.instant());
            protokoll.write(null, new Handlung(Objektart.AUSSONDERUNG, list.id(), Aktion.ABGESCHLOSSEN));
        }
    }
}

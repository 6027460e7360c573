package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumente.WithContent;
import de.amtsfluss.processes.SucheUnavailableException;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.akte.datei.Dateiart;
import de.amtsfluss.processes.suche.Suchauftraege.Auftrag;
import de.amtsfluss.processes.suche.Textauszug.Gelesen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings into the index what is ordered. A kill in between leaves the order, which is taken again when its time is
 * over; writing to the index twice changes nothing.
 */
class Aufnahme {

    private static final Logger log = LoggerFactory.getLogger(Aufnahme.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final int BATCH = 8;

    /** Longer than reading a whole batch can take. */
    private static final Duration LEASE = Duration.ofMinutes(6);

    /** A file that took the process down so often is not read again. */
    private static final int MOST_ATTEMPTS = 3;

    /** Until an order is tried again that the index could not take. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Suchauftraege auftraege;
    private final Loeschauftraege loeschauftraege;
    private final Befuellung befuellung;
    private final Suchindex index;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Textauszug textauszug;
    private final TransactionTemplate transactions;
    private boolean away;

    Aufnahme(
            Suchauftraege auftraege,
            Loeschauftraege loeschauftraege,
            Befuellung befuellung,
            Suchindex index,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            Textauszug textauszug,
            TransactionTemplate transactions) {
        this.auftraege = auftraege;
        this.loeschauftraege = loeschauftraege;
        this.befuellung = befuellung;
        this.index = index;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.textauszug = textauszug;
        this.transactions = transactions;
    }

    /** Works off some orders and tells whether there may be more. */
    boolean work() {
        try {
            var ziel = befuellung.ziel();
            if (ziel.isEmpty()) {
                return false;
            }
            for (var auftrag : loeschauftraege.open()) {
                index.remove(auftrag.vorgang());
                loeschauftraege.done(auftrag);
            }
            var taken = auftraege.take(BATCH, LEASE, ziel.get());
            work(taken, ziel.get());
            noted(false, "");
            return taken.size() == BATCH;
        } catch (SucheUnavailableException e) {
            noted(true, String.valueOf(e.getMessage()));
            befuellung.lookAgain();
            return false;
        }
    }

    /** One line when the index goes away and one when it is back, not one for each attempt. */
    private void noted(boolean nowAway, String reason) {
        if (nowAway && !away) {
            log.warn("Orders for the search wait until the index answers again: {}", reason);
        } else if (away && !nowAway) {
            log.info("The index of the search answers again");
        }
        away = nowAway;
    }

    private void work(List<Auftrag> taken, String ziel) {
        for (var next = 0; next < taken.size(); next++) {
            try {
                work(taken.get(next), ziel);
            } catch (SucheUnavailableException e) {
                taken.subList(next, taken.size()).forEach(auftrag -> auftraege.giveBack(auftrag, PAUSE));
                throw e;
            }
        }
    }

    private void work(Auftrag auftrag, String ziel) {
        switch (auftrag.art()) {
            case VORGANG -> vorgang(auftrag, ziel);
            case DOKUMENT -> dokument(auftrag, ziel);
        }
    }

    private void vorgang(Auftrag auftrag, String ziel) {
        vorgaenge
                .find(new VorgangId(auftrag.id()))
                .ifPresentOrElse(
                        vorgang -> write(auftrag, Eintrag.of(vorgang), Volltext.GELESEN, ziel),
                        () -> erased(auftrag, ziel));
    }

    private void dokument(Auftrag auftrag, String ziel) {
        var found = dokumente.find(new DokumentId(auftrag.id()));
        var vorgang = found.flatMap(kept -> vorgaenge.find(kept.dokument().vorgang()));
        if (found.isEmpty() || vorgang.isEmpty()) {
            erased(auftrag, ziel);
            return;
        }
        var gelesen = read(auftrag, found.get());
        switch (gelesen) {
            case Gelesen.Text text ->
                write(auftrag, eintrag(found.get(), vorgang.get(), text.text()), Volltext.GELESEN, ziel);
            case Gelesen.Nothing nothing ->
                write(auftrag, eintrag(found.get(), vorgang.get(), ""), Volltext.OHNE_TEXT, ziel);
            case Gelesen.Broken broken -> {
                log.info("Expected to read the text of document '{}', but: {}", auftrag.id(), broken.reason());
                write(auftrag, eintrag(found.get(), vorgang.get(), ""), Volltext.NICHT_LESBAR, ziel);
            }
        }
    }

    private Gelesen read(Auftrag auftrag, WithContent kept) {
        return auftrag.versuche() > MOST_ATTEMPTS
                ? new Gelesen.Broken("it was given up after %d attempts".formatted(MOST_ATTEMPTS))
                : textauszug.read(kept.dokument().mediaType(), kept.content());
    }

    private static Eintrag eintrag(WithContent kept, Vorgang vorgang, String text) {
        var dokument = kept.dokument();
        return new Eintrag(
                dokument.id().value(),
                vorgang,
                typ(dokument.mediaType()),
                dokument.name(),
                text,
                LocalDate.ofInstant(dokument.erstelltAm(), OFFICE));
    }

    private static Typ typ(String mediaType) {
        return Dateiart.of(mediaType)
                .map(art -> switch (art) {
                    case PDF -> Typ.PDF;
                    case JPEG, PNG, TIFF -> Typ.BILD;
                    case TEXT, DOCX, ODT -> Typ.TEXT;
                })
                .orElse(Typ.SONSTIGES);
    }

    private void write(Auftrag auftrag, Eintrag eintrag, Volltext stand, String ziel) {
        transactions.executeWithoutResult(status -> {
            // An order that was given again meanwhile is worked off once more, with what is newer.
            if (auftraege.done(auftrag, stand, ziel)) {
                index.write(eintrag);
            }
        });
    }

    private void erased(Auftrag auftrag, String ziel) {
        transactions.executeWithoutResult(status -> {
            if (auftraege.done(auftrag, Volltext.OHNE_TEXT, ziel)) {
                index.remove(auftrag.id());
            }
        });
    }
}

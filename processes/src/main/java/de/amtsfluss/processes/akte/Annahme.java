package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.akte.datei.Dateipruefung;
import de.amtsfluss.processes.akte.datei.Dateipruefung.Befund;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in files from outside: checks them without holding the database, then keeps them. */
@Component
class Annahme {

    private static final Upload CLOSED =
            new Upload.Refused("Die Akte ist zu den Akten verfügt und nimmt keine Dokumente mehr auf.");

    private final Sicht sicht;
    private final AkteRepository akten;
    private final DokumentRepository repository;
    private final Versionen versionen;
    private final Dateipruefung pruefung;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int largest;

    Annahme(
            Sicht sicht,
            AkteRepository akten,
            DokumentRepository repository,
            Versionen versionen,
            Dateipruefung pruefung,
            Protokoll protokoll,
            PlatformTransactionManager transactions,
            Clock clock,
            AkteProperties properties) {
        this.sicht = sicht;
        this.akten = akten;
        this.repository = repository;
        this.versionen = versionen;
        this.pruefung = pruefung;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.largest = Math.toIntExact(properties.hoechstgroesse().toBytes());
    }

    Upload receive(Eingang eingang, InputStream stream, Akteur akteur) {
        return sicht.of(eingang.vorgang(), akteur).isEmpty() ? new Upload.NotFound() : receive(eingang, stream);
    }

    /** For somebody whose right to hand in was checked before. */
    Upload receive(Eingang eingang, InputStream stream) {
        if (isOfAnotherVorgang(eingang)) {
            return new Upload.NotFound();
        }
        if (isClosed(eingang)) {
            return CLOSED;
        }
        var day = eingang.posteingangAm();
        if (day != null && day.isAfter(today())) {
            return new Upload.Refused("Der Tag des Posteingangs liegt in der Zukunft.");
        }
        byte[] content;
        try {
            content = stream.readNBytes(largest + 1);
        } catch (IOException e) {
            return new Upload.Refused("Die Übertragung ist abgebrochen. Bitte senden Sie die Datei noch einmal.");
        }
        if (content.length > largest) {
            return new Upload.Refused("Die Datei ist größer als %d MB.".formatted(largest / 1_048_576));
        }
        return switch (pruefung.check(eingang.name(), eingang.declaredMediaType(), content)) {
            case Befund.Refused refused -> new Upload.Refused(refused.sentence());
            case Befund.Allowed allowed ->
                Objects.requireNonNull(transactions.execute(status -> keep(eingang, allowed, content)));
        };
    }

    private boolean isOfAnotherVorgang(Eingang eingang) {
        var id = eingang.dokument();
        return id != null
                && repository
                        .find(id)
                        .filter(dokument -> dokument.vorgang().equals(eingang.vorgang()))
                        .isEmpty();
    }

    private boolean isClosed(Eingang eingang) {
        return akten.of(eingang.vorgang()).filter(akte -> akte.zdaAm() != null).isPresent();
    }

    private Upload keep(Eingang eingang, Befund.Allowed allowed, byte[] content) {
        var id = eingang.dokument() == null ? DokumentId.random() : eingang.dokument();
        if (repository.find(id).filter(known -> known.abgelegtAm() != null).isPresent()) {
            return new Upload.Refused("Das Dokument ist abgelegt und bleibt, wie es ist.");
        }
        var dokument = versionen.add(
                id,
                new Versionen.Neu(
                        eingang.vorgang(),
                        allowed.name(),
                        allowed.art().mediaType(),
                        content,
                        eingang.richtung(),
                        posteingang(eingang)));
        return new Upload.Kept(eingang.richtung() == Richtung.EINGANG ? filed(dokument) : dokument);
    }

    /** A document without a day came in today. */
    private @Nullable LocalDate posteingang(Eingang eingang) {
        if (eingang.posteingangAm() != null || eingang.richtung() != Richtung.EINGANG) {
            return eingang.posteingangAm();
        }
        return today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AktenanlageService.OFFICE);
    }

    private Dokument filed(Dokument dokument) {
        if (repository.file(dokument.id(), clock.instant())) {
            protokoll.write(
                    dokument.vorgang(),
                    new Handlung(Objektart.DOKUMENT, dokument.id(), Aktion.ABGELEGT)
                            .with("sha256", null, dokument.sha256()));
        }
        return repository.find(dokument.id()).orElseThrow();
    }
}

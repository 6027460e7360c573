package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Nachrichtenquelle;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.Protokoll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of the post and who sees what of it. */
@Service
class PosteingangService implements Posteingaenge, Nachrichtenquelle {

    private final Postpruefung pruefung;
    private final Postbuch postbuch;
    private final PosteingangRepository repository;
    private final Dokumente dokumente;
    private final Entscheidungen entscheidungen;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;

    PosteingangService(
            Postpruefung pruefung,
            Postbuch postbuch,
            PosteingangRepository repository,
            Dokumente dokumente,
            Entscheidungen entscheidungen,
            Protokoll protokoll,
            PlatformTransactionManager transactions) {
        this.pruefung = pruefung;
        this.postbuch = postbuch;
        this.repository = repository;
        this.dokumente = dokumente;
        this.entscheidungen = entscheidungen;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(Postbuch.STARTED);
    }

    /** The files are checked without holding the database. */
    @Override
    public Aufnahme aufnehmen(NeuePost post) {
        return switch (pruefung.check(post)) {
            case Postpruefung.Befund.Refused refused -> new Aufnahme.Abgelehnt(refused.saetze());
            case Postpruefung.Befund.Allowed allowed ->
                Objects.requireNonNull(transactions.execute(status -> postbuch.register(post, allowed)));
        };
    }

    @Override
    public Aufnahme aufnehmen(NeuePost post, Akteur akteur) {
        return Posteingaenge.isMailRoom(akteur)
                ? Handelnder.person(akteur).call(() -> aufnehmen(post))
                : new Aufnahme.NichtErlaubt();
    }

    @Override
    public List<Posteingang> list(@Nullable Status status, Akteur akteur) {
        return repository.list(status, akteur.gruppen()).stream()
                .filter(found -> isVisible(found, akteur))
                .toList();
    }

    @Override
    public Optional<Posteingang> find(String eingangsnummer, Akteur akteur) {
        return repository.find(eingangsnummer).filter(found -> isVisible(found, akteur));
    }

    /** What went to a Vorgang is as confidential as the documents there. */
    private boolean isVisible(Posteingang posteingang, Akteur akteur) {
        var vorgang = posteingang.vorgang();
        return vorgang == null
                ? akteur.isInOneOf(posteingang.gruppen())
                : !dokumente.of(vorgang, akteur).isEmpty();
    }

    @Override
    @Transactional
    public Optional<Dateiinhalt> datei(UUID anlage, Akteur akteur) {
        return repository
                .findByAnlage(anlage)
                .filter(found -> isVisible(found, akteur))
                .flatMap(found -> read(found, anlage, akteur));
    }

    private Optional<Dateiinhalt> read(Posteingang posteingang, UUID anlage, Akteur akteur) {
        var known = Optional.ofNullable(posteingang.inhalt()).stream()
                .flatMap(inhalt -> inhalt.anlagen().stream())
                .filter(candidate -> candidate.id().equals(anlage))
                .findFirst();
        var content = known.flatMap(found -> repository.content(posteingang.id(), anlage));
        content.ifPresent(read -> protokoll.write(
                Handelnder.person(akteur),
                null,
                new Handlung(Objektart.POSTEINGANG, posteingang.id(), Aktion.GELESEN)
                        .with("anlage", null, anlage.toString())));
        return content.map(read -> new Dateiinhalt(known.orElseThrow(), read));
    }

    @Override
    public List<String> begruendungen(String eingangsnummer, Akteur akteur) {
        return find(eingangsnummer, akteur)
                .map(found -> entscheidungen.about(new AusloeserId(found.id().value())).stream()
                        .map(entscheidung -> entscheidung.begruendung())
                        .toList())
                .orElse(List.of());
    }
}

package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the documents of the Vorgaenge in PostgreSQL. */
@Service
class DokumentAblage implements Dokumente {

    private final DokumentRepository repository;
    private final Versionen versionen;
    private final Annahme annahme;
    private final Sicht sicht;
    private final Protokoll protokoll;
    private final Clock clock;

    DokumentAblage(
            DokumentRepository repository,
            Versionen versionen,
            Annahme annahme,
            Sicht sicht,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.versionen = versionen;
        this.annahme = annahme;
        this.sicht = sicht;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Dokument draft(DokumentId id, VorgangId vorgang, String name, String mediaType, byte[] content) {
        return versionen.add(id, new Versionen.Neu(vorgang, name, mediaType, content, Richtung.INTERN, null));
    }

    @Override
    @Transactional
    public Dokument file(DokumentId id) {
        var filed = repository.file(id, clock.instant());
        var dokument = get(id, "file");
        if (filed) {
            write(
                    dokument,
                    new Handlung(Objektart.DOKUMENT, id, Aktion.ABGELEGT).with("sha256", null, dokument.sha256()));
        }
        return dokument;
    }

    @Override
    @Transactional
    public Vermerk file(DokumentId id, Akteur akteur) {
        return visible(id, akteur)
                .<Vermerk>map(seen -> Handelnder.person(akteur).call(() -> new Vermerk.Noted(file(id))))
                .orElseGet(Vermerk.NotFound::new);
    }

    @Override
    @Transactional
    public Vermerk sent(DokumentId id, LocalDate tag) {
        var dokument = get(id, "note the dispatch of");
        if (repository.sent(id, tag)) {
            write(
                    dokument,
                    new Handlung(Objektart.DOKUMENT, id, Aktion.GEAENDERT).with("postausgangAm", null, tag.toString()));
            return new Vermerk.Noted(dokument);
        }
        return repository.postausgang(id).filter(tag::equals).isPresent()
                ? new Vermerk.Noted(dokument)
                : new Vermerk.Refused("Für das Dokument ist schon ein anderer Tag des Postausgangs vermerkt.");
    }

    @Override
    @Transactional
    public Dokument receive(DokumentId id, Eingang eingang, byte[] content) {
        versionen.add(
                id,
                new Versionen.Neu(
                        eingang.vorgang(),
                        eingang.name(),
                        Objects.requireNonNullElse(eingang.declaredMediaType(), "application/octet-stream"),
                        content,
                        Richtung.EINGANG,
                        eingang.posteingangAm()));
        return file(id);
    }

    @Override
    public Upload receive(Eingang eingang, InputStream content) {
        return annahme.receive(eingang, content);
    }

    @Override
    public Upload receive(Eingang eingang, InputStream content, Akteur akteur) {
        return Handelnder.person(akteur).call(() -> annahme.receive(eingang, content, akteur));
    }

    @Override
    public List<Dokument> of(VorgangId vorgang) {
        return repository.of(vorgang);
    }

    @Override
    public List<Dokument> of(VorgangId vorgang, Akteur akteur) {
        return sicht.of(vorgang, akteur).map(seen -> of(seen.id())).orElse(List.of());
    }

    @Override
    public List<Dokumentblatt> blaetter(VorgangId vorgang, Akteur akteur) {
        return sicht.of(vorgang, akteur)
                .map(seen -> repository.blaetter(seen.id()))
                .orElse(List.of());
    }

    @Override
    @Transactional
    public Optional<WithContent> find(DokumentId id, Akteur akteur) {
        return visible(id, akteur).flatMap(dokument -> read(dokument, repository.newestVersion(id), akteur));
    }

    @Override
    @Transactional
    public Optional<WithContent> find(DokumentId id, int version, Akteur akteur) {
        return visible(id, akteur)
                .flatMap(dokument -> repository
                        .version(id, version)
                        .map(old -> new Dokument(
                                id,
                                dokument.vorgang(),
                                old.name(),
                                old.mediaType(),
                                old.sha256(),
                                old.groesse(),
                                old.erstelltAm(),
                                dokument.abgelegtAm())))
                .flatMap(dokument -> read(dokument, version, akteur));
    }

    @Override
    public Optional<WithContent> find(DokumentId id) {
        return repository
                .find(id)
                .flatMap(dokument -> versionen
                        .open(dokument, repository.newestVersion(id))
                        .map(content -> new WithContent(dokument, content)));
    }

    private Optional<WithContent> read(Dokument dokument, int version, Akteur akteur) {
        var content = versionen.open(dokument, version);
        content.ifPresent(read -> protokoll.write(
                Handelnder.person(akteur),
                dokument.vorgang(),
                new Handlung(Objektart.DOKUMENT, dokument.id(), Aktion.GELESEN)));
        return content.map(read -> new WithContent(dokument, read));
    }

    private Optional<Dokument> visible(DokumentId id, Akteur akteur) {
        return repository
                .find(id)
                .filter(dokument -> sicht.of(dokument.vorgang(), akteur).isPresent());
    }

    private Dokument get(DokumentId id, String what) {
        return repository
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to %s document '%s', but no such document was found".formatted(what, id)));
    }

    private void write(Dokument dokument, Handlung was) {
        protokoll.write(dokument.vorgang(), was);
    }
}

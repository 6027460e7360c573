package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Anlage;
import de.amtsfluss.processes.Posteingang.Verfuegung;
import de.amtsfluss.processes.PosteingangAblauf.Uebernahme;
import de.amtsfluss.processes.PosteingangId;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.model.ModelCatalog;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands post over to its Vorgang: the files become documents there, and the key is that of the Vorgang. */
@Component
class Postuebergabe {

    private final PosteingangRepository repository;
    private final Vorgangssuche vorgangssuche;
    private final Vorgaenge vorgaenge;
    private final Vorgangsanlage anlage;
    private final Antraege antraege;
    private final Dokumente dokumente;
    private final ModelCatalog models;
    private final Verschluesselung verschluesselung;
    private final Protokoll protokoll;
    private final Clock clock;

    Postuebergabe(
            PosteingangRepository repository,
            Vorgangssuche vorgangssuche,
            Vorgaenge vorgaenge,
            Vorgangsanlage anlage,
            Antraege antraege,
            Dokumente dokumente,
            ModelCatalog models,
            Verschluesselung verschluesselung,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.vorgangssuche = vorgangssuche;
        this.vorgaenge = vorgaenge;
        this.anlage = anlage;
        this.antraege = antraege;
        this.dokumente = dokumente;
        this.models = models;
        this.verschluesselung = verschluesselung;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /** In the caller's transaction; the post is locked. A repeat gives what was done. */
    Uebernahme handOver(Posteingang posteingang) {
        var there = posteingang.vorgang();
        if (there != null) {
            return taken(vorgaenge.require(there, "show"));
        }
        var inhalt = posteingang.inhalt();
        var verfuegung = inhalt == null ? null : inhalt.verfuegung();
        if (inhalt == null || verfuegung == null) {
            throw new IllegalStateException(
                    "Expected an order for the post '%s', but there is none".formatted(posteingang.id()));
        }
        var vorgang = vorgang(posteingang, verfuegung);
        if (vorgangssuche.isClosedToFiles(vorgang.id())) {
            return new Uebernahme.AkteGeschlossen();
        }
        inhalt.anlagen().forEach(datei -> file(posteingang, vorgang, datei));
        repository.handOver(posteingang.id(), inhalt, vorgang, clock.instant());
        protokoll.write(
                vorgang.id(),
                new Handlung(Objektart.POSTEINGANG, posteingang.id(), Aktion.UEBERNOMMEN)
                        .with("eingangsnummer", null, posteingang.eingangsnummer()));
        return taken(vorgang);
    }

    private Uebernahme taken(Vorgang vorgang) {
        var mustBegin = antraege.leistung(vorgang.verfahren()).isPresent()
                && vorgang.status() == Vorgang.Status.OFFEN
                && !vorgangssuche.isBegun(vorgang.id());
        return new Uebernahme.Uebernommen(vorgang, mustBegin);
    }

    private Vorgang vorgang(Posteingang posteingang, Verfuegung verfuegung) {
        var vorgang = verfuegung.vorgang();
        if (verfuegung.art() == Verfuegung.Art.VORGANG && vorgang != null) {
            return vorgaenge.require(vorgang, "file post with");
        }
        var verfahren = verfuegung.verfahren();
        if (verfuegung.art() != Verfuegung.Art.NEUER_VORGANG || verfahren == null) {
            throw new IllegalStateException("Expected an order to file the post '%s' with a Vorgang, but it is %s"
                    .formatted(posteingang.id(), verfuegung.art()));
        }
        return open(posteingang, verfahren);
    }

    /** The process is not begun before a clerk has taken what the letter says into the form of the procedure. */
    private Vorgang open(Posteingang posteingang, String verfahren) {
        var leistung = antraege.leistung(verfahren)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to open a Vorgang of '%s', but nothing can be applied for there"
                                .formatted(verfahren)));
        var id = newVorgang(posteingang.id());
        return anlage.create(
                id,
                new NeuerVorgang(
                        null,
                        verfahren,
                        unit(verfahren),
                        leistung.name(),
                        new AusloeserId(id.value()),
                        posteingang.kanal().wort(),
                        Set.copyOf(leistung.gruppen()),
                        Map.<String, @Nullable Object>of(),
                        List.of()));
    }

    private String unit(String verfahren) {
        return models.process(verfahren)
                .flatMap(process -> process.property("aktenplaneinheit"))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the model '%s' to give the property 'aktenplaneinheit', but it does not"
                                .formatted(verfahren)));
    }

    /** The Vorgang that a piece of post becomes. */
    static VorgangId newVorgang(PosteingangId id) {
        var name = "vorgang-aus-post:" + id;
        return new VorgangId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private void file(Posteingang posteingang, Vorgang vorgang, Anlage datei) {
        var content = repository
                .content(posteingang.id(), datei.id())
                .orElseThrow(() -> new IllegalStateException("Expected file '%s' of the post '%s', but it is not there"
                        .formatted(datei.id(), posteingang.id())));
        dokumente.receive(
                new DokumentId(datei.id()),
                new Eingang(
                        vorgang.id(),
                        null,
                        datei.name(),
                        datei.mediaType(),
                        Richtung.EINGANG,
                        posteingang.eingegangenAm()),
                content);
    }

    void forgetOwnKey(PosteingangId id) {
        verschluesselung.destroy(PosteingangRepository.ownKey(id));
    }
}

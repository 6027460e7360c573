package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentversion;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.suche.Suchauftraege;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds versions to documents and opens them again, encrypted with the key of the Vorgang. */
@Component
class Versionen {

    private static final String PURPOSE = "dokument";

    private final DokumentRepository repository;
    private final Verschluesselung verschluesselung;
    private final Suchauftraege suchauftraege;
    private final Protokoll protokoll;
    private final Clock clock;

    Versionen(
            DokumentRepository repository,
            Verschluesselung verschluesselung,
            Suchauftraege suchauftraege,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.verschluesselung = verschluesselung;
        this.suchauftraege = suchauftraege;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /**
     * Adds a version to a draft, or makes the draft. A repeat with the same content, or with a document that is filed,
     * changes nothing.
     */
    Dokument add(DokumentId id, Neu neu) {
        var sums = Pruefsummen.of(neu.content());
        if (repository.insert(id, neu.vorgang(), neu.richtung(), neu.posteingang(), clock.instant())) {
            insert(id, 1, neu, sums);
            return write(id, Aktion.ANGELEGT, null);
        }
        var before = repository.find(id).orElseThrow();
        if (!before.vorgang().equals(neu.vorgang())) {
            throw new IllegalArgumentException("Expected document '%s' in Vorgang '%s', but it is in '%s'"
                    .formatted(id, neu.vorgang(), before.vorgang()));
        }
        if (before.abgelegtAm() != null || isRepeat(before, neu, sums)) {
            return before;
        }
        var version = repository.newestVersion(id) + 1;
        insert(id, version, neu, sums);
        repository.use(id, version);
        return write(id, Aktion.GEAENDERT, before.sha256());
    }

    private static boolean isRepeat(Dokument before, Neu neu, Pruefsummen sums) {
        return before.sha256().equals(sums.sha256())
                && before.name().equals(neu.name())
                && before.mediaType().equals(neu.mediaType());
    }

    private void insert(DokumentId id, int nummer, Neu neu, Pruefsummen sums) {
        repository.insert(
                id,
                new Dokumentversion(
                        nummer,
                        neu.name(),
                        neu.mediaType(),
                        sums.sha256(),
                        sums.sha512(),
                        neu.content().length,
                        clock.instant(),
                        Handelnder.current().kennung()),
                verschluesselung.seal(neu.vorgang(), PURPOSE, neu.content()));
        suchauftraege.add(id);
    }

    /** The checksum of the content, and not the name, which may be that of a person. */
    private Dokument write(DokumentId id, Aktion aktion, @Nullable String before) {
        var dokument = repository.find(id).orElseThrow();
        protokoll.write(
                dokument.vorgang(),
                new Handlung(Objektart.DOKUMENT, id, aktion).with("sha256", before, dokument.sha256()));
        return dokument;
    }

    /** Absent if there is no such version, or the key of the Vorgang was deleted. */
    Optional<byte[]> open(Dokument dokument, int version) {
        return repository
                .content(dokument.id(), version)
                .flatMap(content -> verschluesselung.open(dokument.vorgang(), PURPOSE, content));
    }

    /**
     * A version that is to be added.
     *
     * @param vorgang the Vorgang of the document
     * @param name the file name
     * @param mediaType what kind of file it is
     * @param content its bytes
     * @param richtung which way it went; counts for a new document only
     * @param posteingang when it came in; likewise
     */
    record Neu(
            VorgangId vorgang,
            String name,
            String mediaType,
            byte[] content,
            Richtung richtung,
            @Nullable LocalDate posteingang) {}
}

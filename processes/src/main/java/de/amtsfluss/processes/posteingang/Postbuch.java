package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.Posteingang.Verfuegung;
import de.amtsfluss.processes.PosteingangId;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.posteingang.PosteingangRepository.Herkunftsmarken;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives post its number and keeps it, and asks for its process. */
@Component
class Postbuch {

    static final String STARTED = "posteingang.eingegangen";

    private static final int LONGEST = 500;

    private final PosteingangRepository repository;
    private final Verschluesselung verschluesselung;
    private final ProcessMessages messages;
    private final Protokoll protokoll;
    private final Clock clock;

    Postbuch(
            PosteingangRepository repository,
            Verschluesselung verschluesselung,
            ProcessMessages messages,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.verschluesselung = verschluesselung;
        this.messages = messages;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /** Keeps the post with all its files, in the caller's transaction; the same delivery only once. */
    Aufnahme register(NeuePost post, Postpruefung.Befund.Allowed checked) {
        var marken = marken(post.herkunft());
        repository.lock(ByteBuffer.wrap(marken.kennung()).getLong());
        var known = repository.findByKennung(marken.kennung());
        if (known.isPresent()) {
            return new Aufnahme.Wiederholt(known.get());
        }
        var earlier = repository
                .earlier(
                        marken,
                        checked.dateien().stream()
                                .map(datei -> datei.anlage().sha256())
                                .toList())
                .orElse(null);
        return new Aufnahme.Aufgenommen(keep(post, checked, marken, earlier));
    }

    private Posteingang keep(
            NeuePost post,
            Postpruefung.Befund.Allowed checked,
            Herkunftsmarken marken,
            @Nullable PosteingangId earlier) {
        var posteingang = posteingang(post);
        repository.insert(posteingang, inhalt(post, checked), marken, earlier);
        var nummer = 0;
        for (var datei : checked.dateien()) {
            repository.insertAnlage(posteingang.id(), ++nummer, datei.anlage(), datei.content());
        }
        protokoll.write(
                null,
                new Handlung(Objektart.POSTEINGANG, posteingang.id(), Aktion.ANGELEGT)
                        .with("eingangsnummer", null, posteingang.eingangsnummer()));
        if (posteingang.status() == Status.EINGEGANGEN) {
            start(posteingang);
        }
        return repository.find(posteingang.id()).orElseThrow();
    }

    /** The number has the year in which the post is registered. */
    private Posteingang posteingang(NeuePost post) {
        var now = clock.instant();
        var moment = post.eingegangenUm();
        var received = moment == null || moment.isAfter(now) ? now : moment;
        var today = LocalDate.ofInstant(now, Postpruefung.OFFICE);
        return new Posteingang(
                id(post),
                "E-%d-%06d".formatted(today.getYear(), repository.nextNumber(today.getYear())),
                Objects.requireNonNullElseGet(
                        post.eingegangenAm(), () -> LocalDate.ofInstant(received, Postpruefung.OFFICE)),
                moment == null ? null : received,
                now,
                Handelnder.current().kennung(),
                post.kanal(),
                post.ablagegrund() == null ? Status.EINGEGANGEN : Status.ABGELEGT,
                Set.of(Posteingaenge.POSTSTELLE),
                null,
                null,
                null);
    }

    /** Derived, so that nobody who hands in post can choose the id, and with it the key, of something else. */
    private static PosteingangId id(NeuePost post) {
        var name = "posteingang:" + post.id();
        return new PosteingangId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Inhalt inhalt(NeuePost post, Postpruefung.Befund.Allowed checked) {
        var grund = post.ablagegrund();
        return new Inhalt(
                shortened(post.absender()),
                shortened(post.betreff()),
                checked.dateien().stream().map(Postpruefung.Geprueft::anlage).toList(),
                checked.nichtUebernommen(),
                post.transfervermerk(),
                null,
                grund == null
                        ? null
                        : new Verfuegung(
                                Verfuegung.Art.ABLAGE,
                                null,
                                null,
                                grund,
                                Handelnder.current().kennung()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.isBlank() ? null : Postpruefung.plain(text, LONGEST);
    }

    private void start(Posteingang posteingang) {
        messages.start(new ProcessMessages.StartMessage(
                new AusloeserId(posteingang.id().value()),
                STARTED,
                posteingang.id().toString(),
                Map.of("posteingangId", posteingang.id().toString())));
    }

    private Herkunftsmarken marken(NeuePost.Herkunft herkunft) {
        var merkmal = herkunft.merkmal();
        return new Herkunftsmarken(
                mark("quelle", herkunft.quelle()),
                mark("kennung", herkunft.quelle() + "\n" + herkunft.kennung()),
                merkmal == null ? null : mark("merkmal", merkmal));
    }

    private byte[] mark(String what, String text) {
        return verschluesselung.deriveForSearch("posteingang-" + what + ":" + text);
    }
}

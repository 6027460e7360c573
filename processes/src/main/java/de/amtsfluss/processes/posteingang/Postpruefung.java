package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.Posteingang.Anlage;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import de.amtsfluss.processes.akte.Pruefsummen;
import de.amtsfluss.processes.akte.datei.Dateipruefung;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Checks post before it is kept. A file that is not taken in is named where the original message is kept beside it;
 * where there is none, the post as a whole is refused, so that somebody can hand it in again.
 */
@Component
class Postpruefung {

    static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    /** What a list of files of one piece of post is expected to hold at most; an example, to be set by the city. */
    private static final int MOST_FILES = 100;

    private static final int LONGEST_NAME = 120;

    private final Dateipruefung files;
    private final Clock clock;
    private final long largest;

    Postpruefung(
            Dateipruefung files,
            Clock clock,
            @Value("${amtsfluss.processes.akte.hoechstgroesse:20MB}") DataSize largest) {
        this.files = files;
        this.clock = clock;
        this.largest = largest.toBytes();
    }

    Befund check(NeuePost post) {
        var taken = new ArrayList<Geprueft>();
        var refused = new ArrayList<>(post.nichtUebernommen());
        for (var datei : post.dateien()) {
            check(datei, taken.size(), taken, refused);
        }
        var original = post.original();
        if (original != null) {
            taken.add(new Geprueft(anlage("Original.eml", "message/rfc822", original.content()), original.content()));
        }
        var wrong = new ArrayList<String>();
        if (original == null) {
            refused.forEach(one -> wrong.add("%s: %s".formatted(one.name(), one.grund())));
        }
        if (taken.isEmpty() && wrong.isEmpty()) {
            wrong.add("Bitte wählen Sie mindestens eine Datei.");
        }
        var day = post.eingegangenAm();
        if (day != null && day.isAfter(today())) {
            wrong.add("Der Tag des Eingangs liegt in der Zukunft.");
        }
        return wrong.isEmpty() ? new Befund.Allowed(taken, refused) : new Befund.Refused(wrong);
    }

    private void check(Datei datei, int before, List<Geprueft> taken, List<Nichtuebernahme> refused) {
        if (before >= MOST_FILES) {
            refused.add(new Nichtuebernahme(
                    shown(datei.name()), "Mehr als %d Dateien werden nicht angenommen.".formatted(MOST_FILES)));
            return;
        }
        if (datei.content().length > largest) {
            refused.add(new Nichtuebernahme(
                    shown(datei.name()), "Die Datei ist größer als %d MB.".formatted(largest / 1_048_576)));
            return;
        }
        switch (files.check(datei.name(), datei.declaredMediaType(), datei.content())) {
            case Dateipruefung.Befund.Refused not ->
                refused.add(new Nichtuebernahme(shown(datei.name()), not.sentence()));
            case Dateipruefung.Befund.Allowed allowed ->
                taken.add(new Geprueft(
                        anlage(allowed.name(), allowed.art().mediaType(), datei.content()), datei.content()));
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    private static Anlage anlage(String name, String mediaType, byte[] content) {
        return new Anlage(UUID.randomUUID(), name, mediaType, content.length, Pruefsummen.sha256(content));
    }

    /** What a file is called where it is shown. */
    static String shown(String name) {
        var plain = plain(name, LONGEST_NAME);
        return plain.isEmpty() ? "ohne Namen" : plain;
    }

    /** The sender chooses this text; nothing that cannot be seen or turns the reading direction, and not too much. */
    static String plain(String text, int longest) {
        var visible = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
        return visible.substring(
                0, visible.offsetByCodePoints(0, Math.min(longest, visible.codePointCount(0, visible.length()))));
    }

    /**
     * A file that is taken in.
     *
     * @param anlage what it is
     * @param content its bytes
     */
    record Geprueft(Anlage anlage, byte[] content) {}

    /** What the check says. */
    sealed interface Befund {

        /**
         * The post is taken in.
         *
         * @param dateien its files
         * @param nichtUebernommen the parts that are not
         */
        record Allowed(List<Geprueft> dateien, List<Nichtuebernahme> nichtUebernommen) implements Befund {}

        /**
         * The post is not taken in.
         *
         * @param saetze why, German sentences
         */
        record Refused(List<String> saetze) implements Befund {}
    }
}

package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Post that is to be registered.
 *
 * @param id drawn by who hands it in; recognises a repeat of the same call
 * @param kanal how it came
 * @param eingegangenAm the day on which it reached the city, absent for today
 * @param eingegangenUm the moment, absent for paper
 * @param herkunft where it was read, and by what a repeat is recognised
 * @param absender who sent it
 * @param betreff its subject
 * @param dateien its files, checked when they are taken in
 * @param original the message as it came, kept beside the files without a look at its kind; absent for paper
 * @param nichtUebernommen parts that were left out before
 * @param transfervermerk how it was scanned
 * @param ablagegrund why it is filed at once and nobody is asked, a German sentence; absent for everything else
 */
public record NeuePost(
        UUID id,
        Kanal kanal,
        @Nullable LocalDate eingegangenAm,
        @Nullable Instant eingegangenUm,
        Herkunft herkunft,
        @Nullable String absender,
        @Nullable String betreff,
        List<Datei> dateien,
        @Nullable Datei original,
        List<Posteingang.Nichtuebernahme> nichtUebernommen,
        @Nullable Transfervermerk transfervermerk,
        @Nullable String ablagegrund) {

    /** Keeps its own copies of the lists. */
    public NeuePost {
        dateien = List.copyOf(dateien);
        nichtUebernommen = List.copyOf(nichtUebernommen);
    }

    /**
     * Paper that the mail room scanned.
     *
     * @param id recognises a repeat of the same call
     * @param kanal how it came
     * @param eingegangenAm the day of the Eingangsstempel
     * @param angaben sender, subject and how it was scanned
     * @param dateien the scans
     */
    public static NeuePost scan(
            UUID id, Kanal kanal, @Nullable LocalDate eingegangenAm, Angaben angaben, List<Datei> dateien) {
        return new NeuePost(
                id,
                kanal,
                eingegangenAm,
                null,
                new Herkunft("poststelle", id.toString(), null),
                angaben.absender(),
                angaben.betreff(),
                dateien,
                null,
                List.of(),
                angaben.transfervermerk(),
                null);
    }

    /**
     * What is said about a scan.
     *
     * @param absender who sent it
     * @param betreff its subject
     * @param transfervermerk how it was scanned
     */
    public record Angaben(
            @Nullable String absender,
            @Nullable String betreff,
            @Nullable Transfervermerk transfervermerk) {}

    /**
     * Where post was read. Both marks are kept as keyed hashes only.
     *
     * @param quelle the source: the same file twice from one source may be a repeat
     * @param kennung what is the same only for the same delivery, so that it is taken once
     * @param merkmal what is probably the same only for the same post, such as a Message-ID; absent if there is none
     */
    public record Herkunft(
            String quelle, String kennung, @Nullable String merkmal) {}

    /**
     * A file.
     *
     * @param name its name as the sender wrote it
     * @param declaredMediaType what the sender says it is, absent if nothing was said
     * @param content its bytes
     */
    public record Datei(String name, @Nullable String declaredMediaType, byte[] content) {}
}

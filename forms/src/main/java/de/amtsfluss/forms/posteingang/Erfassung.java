package de.amtsfluss.forms.posteingang;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Angaben;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.Transfervermerk;
import de.amtsfluss.processes.Transfervermerk.Qualitaetssicherung;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * Scans as the mail room hands them in. With a scanner named, the Transfervermerk is kept too.
 *
 * @param id drawn by who sends it; recognises a repeat
 * @param datei the scans
 * @param kanal how the post came, a letter if nothing is said
 * @param eingegangenAm the day of the Eingangsstempel, today if nothing is said
 * @param absender who sent it
 * @param betreff its subject
 * @param stelle the place that scans
 * @param scanner the device
 * @param profil the profile of the scan
 * @param dpi the resolution
 * @param auffaelligkeiten what was conspicuous
 * @param qualitaetssicherung what the quality assurance said
 * @param uebereinstimmung whether picture and content agree with the original
 * @param vollstaendig whether all pages are there
 */
record Erfassung(
        @Nullable UUID id,
        @Nullable List<MultipartFile> datei,
        @Nullable Kanal kanal,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate eingegangenAm,

        @Nullable String absender,
        @Nullable String betreff,
        @Nullable String stelle,
        @Nullable String scanner,
        @Nullable String profil,
        @Nullable Integer dpi,
        @Nullable String auffaelligkeiten,
        @Nullable Qualitaetssicherung qualitaetssicherung,
        @Nullable Boolean uebereinstimmung,
        @Nullable Boolean vollstaendig) {

    /** Longer notes belong into a document. */
    private static final int LONGEST = 500;

    NeuePost post(Akteur akteur) throws IOException {
        return NeuePost.scan(
                Objects.requireNonNullElseGet(id, UUID::randomUUID),
                Objects.requireNonNullElse(kanal, Kanal.BRIEF),
                eingegangenAm,
                new Angaben(absender, betreff, transfervermerk(akteur)),
                dateien());
    }

    /** A browser sends an empty part where no file was chosen. */
    private List<Datei> dateien() throws IOException {
        var files = new ArrayList<Datei>();
        for (var file : Objects.requireNonNullElse(datei, List.<MultipartFile>of())) {
            if (!file.isEmpty()
                    || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                files.add(new Datei(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        file.getContentType(),
                        file.getBytes()));
            }
        }
        return files;
    }

    private @Nullable Transfervermerk transfervermerk(Akteur akteur) {
        if (scanner == null || scanner.isBlank()) {
            return null;
        }
        return new Transfervermerk(
                akteur.kennung(),
                text(stelle),
                text(scanner),
                text(profil),
                dpi,
                null,
                text(auffaelligkeiten),
                Objects.requireNonNullElse(qualitaetssicherung, Qualitaetssicherung.OFFEN),
                Boolean.TRUE.equals(uebereinstimmung),
                Boolean.TRUE.equals(vollstaendig));
    }

    private static String text(@Nullable String value) {
        var text = value == null ? "" : value.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}

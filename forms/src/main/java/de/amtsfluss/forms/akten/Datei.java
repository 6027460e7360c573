package de.amtsfluss.forms.akten;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.VorgangId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser or a machine hands it in. */
final class Datei {

    private Datei() {}

    static Eingang eingang(
            VorgangId vorgang,
            @Nullable UUID dokument,
            MultipartFile datei,
            Richtung richtung,
            @Nullable LocalDate posteingangAm) {
        return new Eingang(
                vorgang,
                dokument == null ? null : new DokumentId(dokument),
                Objects.requireNonNullElse(datei.getOriginalFilename(), ""),
                datei.getContentType(),
                richtung,
                posteingangAm);
    }
}

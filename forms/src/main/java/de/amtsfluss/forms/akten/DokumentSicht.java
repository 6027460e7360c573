package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumentversion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document with its versions in words.
 *
 * @param id identifies it
 * @param name its file name
 * @param abgelegt whether it is filed and so immutable
 * @param merkmale what there is to say of it, in short
 * @param versionen its versions, the newest first; empty if there is but one
 */
public record DokumentSicht(String id, String name, boolean abgelegt, String merkmale, List<Version> versionen) {

    /** The document in words. */
    public static DokumentSicht of(Dokumentblatt blatt) {
        var dokument = blatt.dokument();
        var abgelegt = dokument.abgelegtAm() != null;
        var merkmale = String.join(
                ", ",
                List.of(
                        Bezeichnungen.art(dokument.mediaType()),
                        Anzeige.size(dokument.groesse()),
                        abgelegt ? "abgelegt" : "Entwurf",
                        Bezeichnungen.of(blatt.richtung()),
                        "erstellt am " + Anzeige.dateTime(dokument.erstelltAm()),
                        Bezeichnungen.of(blatt.volltext())));
        return new DokumentSicht(
                dokument.id().toString(),
                dokument.name(),
                abgelegt,
                merkmale
                        + day(", eingegangen am ", blatt.posteingangAm())
                        + day(", versandt am ", blatt.postausgangAm()),
                blatt.versionen().size() > 1
                        ? blatt.versionen().reversed().stream().map(Version::of).toList()
                        : List.of());
    }

    private static String day(String what, @Nullable LocalDate day) {
        return Optional.ofNullable(day).map(Anzeige::date).map(what::concat).orElse("");
    }

    /**
     * A version in words.
     *
     * @param nummer its number
     * @param text when and by whom it was made, and how large it is
     */
    public record Version(int nummer, String text) {

        static Version of(Dokumentversion version) {
            return new Version(
                    version.nummer(),
                    "%s von %s, %s"
                            .formatted(
                                    Anzeige.dateTime(version.erstelltAm()),
                                    version.erstelltVon(),
                                    Anzeige.size(version.groesse())));
        }
    }
}

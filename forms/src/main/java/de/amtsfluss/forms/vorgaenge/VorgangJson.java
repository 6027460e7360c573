package de.amtsfluss.forms.vorgaenge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Vorgang for machines.
 *
 * @param id identifies it
 * @param aktenzeichen its reference
 * @param verfahren the procedure
 * @param betreff what it is about
 * @param kanal how it came in
 * @param status where it stands
 * @param ergebnis its business result once it is closed
 * @param angelegtAm when it was opened
 * @param abgeschlossenAm when it was closed
 */
record VorgangJson(
        String id,
        String aktenzeichen,
        String verfahren,
        String betreff,
        String kanal,
        Vorgang.Status status,
        @Nullable String ergebnis,
        Instant angelegtAm,
        @Nullable Instant abgeschlossenAm) {

    static VorgangJson of(Vorgang vorgang) {
        return new VorgangJson(
                vorgang.id().toString(),
                vorgang.aktenzeichen(),
                vorgang.verfahren(),
                vorgang.betreff(),
                vorgang.kanal(),
                vorgang.status(),
                vorgang.ergebnis(),
                vorgang.angelegtAm(),
                vorgang.abgeschlossenAm());
    }

    /**
     * A Vorgang with all that is known of it.
     *
     * @param vorgang the Vorgang; its values stand beside the others
     * @param daten its data
     * @param verlauf what happened, the oldest first
     * @param dokumente its documents
     */
    record Detail(
            @JsonUnwrapped VorgangJson vorgang,
            Map<String, @Nullable Object> daten,
            List<Vorgaenge.Ereignis> verlauf,
            List<DokumentJson> dokumente) {

        static Detail of(Vorgang vorgang, List<Vorgaenge.Ereignis> verlauf, List<Dokument> dokumente) {
            return new Detail(
                    VorgangJson.of(vorgang),
                    vorgang.daten(),
                    verlauf,
                    dokumente.stream().map(DokumentJson::of).toList());
        }
    }

    /**
     * A document for machines; its content is at {@code /api/dokumente/‹id›}.
     *
     * @param id identifies it
     * @param name its file name
     * @param mediaType for example {@code application/pdf}
     * @param groesse the size in bytes
     * @param sha256 the checksum of the content
     * @param erstelltAm when it was made
     * @param abgelegtAm when it was filed
     */
    record DokumentJson(
            String id,
            String name,
            String mediaType,
            long groesse,
            String sha256,
            Instant erstelltAm,
            @Nullable Instant abgelegtAm) {

        static DokumentJson of(Dokument dokument) {
            return new DokumentJson(
                    dokument.id().toString(),
                    dokument.name(),
                    dokument.mediaType(),
                    dokument.groesse(),
                    dokument.sha256(),
                    dokument.erstelltAm(),
                    dokument.abgelegtAm());
        }
    }
}

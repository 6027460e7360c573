package de.amtsfluss.forms.vorgaenge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.Entscheidung;
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
     * @param entscheidungen the decisions by table about it with their reasons, the oldest first
     * @param verlauf what happened, the oldest first
     * @param dokumente its documents
     */
    record Detail(
            @JsonUnwrapped VorgangJson vorgang,
            Map<String, @Nullable Object> daten,
            List<EntscheidungJson> entscheidungen,
            List<Vorgaenge.Ereignis> verlauf,
            List<DokumentJson> dokumente) {

        static Detail of(
                Vorgang vorgang,
                List<Entscheidung> entscheidungen,
                List<Vorgaenge.Ereignis> verlauf,
                List<Dokument> dokumente) {
            return new Detail(
                    VorgangJson.of(vorgang),
                    vorgang.daten(),
                    entscheidungen.stream().map(EntscheidungJson::of).toList(),
                    verlauf,
                    dokumente.stream().map(DokumentJson::of).toList());
        }
    }

    /**
     * A decision by table for machines.
     *
     * @param tabelle the id of the table
     * @param version the version of the table
     * @param eingaben what the table asked for
     * @param ergebnisse the rows of outputs
     * @param zeilen the rows that decided, with their annotations
     * @param begruendung the answer and its reason
     * @param entschiedenAm when it was made
     * @param schritte what was decided on the way by the decisions it requires
     */
    record EntscheidungJson(
            String tabelle,
            int version,
            Map<String, @Nullable Object> eingaben,
            List<Map<String, @Nullable Object>> ergebnisse,
            List<RuleHit> zeilen,
            String begruendung,
            Instant entschiedenAm,
            List<SchrittJson> schritte) {

        static EntscheidungJson of(Entscheidung entscheidung) {
            return new EntscheidungJson(
                    entscheidung.tabelle().value(),
                    entscheidung.version(),
                    entscheidung.eingaben(),
                    entscheidung.ergebnisse(),
                    entscheidung.zeilen(),
                    entscheidung.begruendung(),
                    entscheidung.entschiedenAm(),
                    entscheidung.schritte().stream().map(SchrittJson::of).toList());
        }
    }

    /**
     * A decision on the way to another, for machines.
     *
     * @param tabelle the id of the table
     * @param ergebnisse the rows of outputs
     * @param zeilen the rows that decided, with their annotations
     * @param begruendung the answer and its reason
     */
    record SchrittJson(
            String tabelle, List<Map<String, @Nullable Object>> ergebnisse, List<RuleHit> zeilen, String begruendung) {

        static SchrittJson of(Entscheidung.Schritt schritt) {
            return new SchrittJson(
                    schritt.tabelle().value(), schritt.ergebnisse(), schritt.zeilen(), schritt.begruendung());
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

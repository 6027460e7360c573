package de.amtsfluss.processes;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Vorgang: one matter the administration handles, with its reference and its data.
 *
 * @param id identifies it
 * @param aktenzeichen the reference people use, never changed and never used again
 * @param verfahren the procedure, for example {@code container-leeren}
 * @param betreff what it is about, in a few words
 * @param ausloeser what asked for it
 * @param kanal how it came in: {@code sensor}, {@code portal}, {@code schalter}, {@code telefon}, {@code brief}
 * @param status where it stands
 * @param ergebnis the business result once it is closed
 * @param daten its data, as filled in forms or measured
 * @param gruppen the groups whose members may see it
 * @param angelegtAm when it was opened
 * @param abgeschlossenAm when it was closed
 */
public record Vorgang(
        VorgangId id,
        String aktenzeichen,
        String verfahren,
        String betreff,
        @Nullable AusloeserId ausloeser,
        String kanal,
        Status status,
        @Nullable String ergebnis,
        Map<String, @Nullable Object> daten,
        Set<String> gruppen,
        Instant angelegtAm,
        @Nullable Instant abgeschlossenAm) {

    /** The same with other data. */
    public Vorgang with(Map<String, @Nullable Object> others) {
        return new Vorgang(
                id,
                aktenzeichen,
                verfahren,
                betreff,
                ausloeser,
                kanal,
                status,
                ergebnis,
                others,
                gruppen,
                angelegtAm,
                abgeschlossenAm);
    }

    /** Where a Vorgang stands. */
    public enum Status {
        /** Somebody still has to do something. */
        OFFEN,
        /** It has its business result. */
        ABGESCHLOSSEN
    }
}

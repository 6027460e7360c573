package de.amtsfluss.processes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, as the {@link Protokoll} keeps it (fields of xdomea's HistorienProtokollInformation).
 *
 * <p>An entry cannot be deleted later, so no personal data of those a Vorgang is about belong here: of such data the
 * name of the field is written and never its value.
 *
 * @param objektart what kind of thing it was done to
 * @param objektId which one, at most 200 characters
 * @param aktion what was done
 * @param metadatum the name of what changed, at most 200 characters
 * @param alterWert the value before, a hash or a short word that says nothing of a person; at most 200 characters
 * @param neuerWert the value after, likewise
 * @param bemerkung a sentence fixed in the code, at most 500 characters
 */
public record Handlung(
        Objektart objektart,
        String objektId,
        Aktion aktion,
        @Nullable String metadatum,
        @Nullable String alterWert,
        @Nullable String neuerWert,
        @Nullable String bemerkung) {

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_REMARK = 500;

    /** Refuses what the Protokoll cannot keep. */
    public Handlung {
        Objects.requireNonNull(objektart);
        Objects.requireNonNull(aktion);
        check("objektId", objektId, LONGEST_VALUE);
        check("metadatum", metadatum, LONGEST_VALUE);
        check("alterWert", alterWert, LONGEST_VALUE);
        check("neuerWert", neuerWert, LONGEST_VALUE);
        check("bemerkung", bemerkung, LONGEST_REMARK);
    }

    /**
     * Something done to a thing as a whole.
     *
     * @param objektart what kind of thing
     * @param objektId which one
     * @param aktion what was done
     */
    public Handlung(Objektart objektart, Object objektId, Aktion aktion) {
        this(objektart, objektId.toString(), aktion, null, null, null, null);
    }

    /** The same with what changed by it. */
    public Handlung with(String name, @Nullable String before, @Nullable String after) {
        return new Handlung(objektart, objektId, aktion, name, before, after, bemerkung);
    }

    private static void check(String name, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new IllegalArgumentException(
                    "Expected %s of at most %d characters, but it has %d".formatted(name, longest, value.length()));
        }
        // PostgreSQL keeps no such character.
        if (value != null && value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Expected %s without NUL, but it has one".formatted(name));
        }
    }

    /** What something is done to. */
    public enum Objektart {
        /** A {@link Vorgang}. */
        VORGANG,
        /** A {@link Dokument}. */
        DOKUMENT,
        /** An {@link Aufgabe}. */
        AUFGABE,
        /** An {@link Entscheidung}. */
        ENTSCHEIDUNG,
        /** A {@link Geschaeftsgang}. */
        GESCHAEFTSGANG,
        /** A {@link Beteiligungsschritt}. */
        BETEILIGUNGSSCHRITT,
        /** A {@link Vertretungen.Vertretung}. */
        VERTRETUNG,
        /** A {@link Postfachnachricht}. */
        POSTFACHNACHRICHT,
        /** A {@link Versendung}. */
        VERSENDUNG,
        /** A {@link Druckauftrag}. */
        DRUCKAUFTRAG,
        /** An {@link Akte}. */
        AKTE,
        /** The {@link Aktenplan}. */
        AKTENPLAN,
        /** A kind of sensor, with the codec that reads what it says. */
        GERAETETYP,
        /** An {@link Aussonderung}. */
        AUSSONDERUNG,
        /** An {@link Auskunft}. */
        AUSKUNFT,
        /** A {@link Posteingang}. */
        POSTEINGANG,
        /** A sensor and the asset it watches. */
        SENSOR,
        /** A tour of a vehicle, and the orders that are bundled in it. */
        TOUR,
        /** A message to a sensor, a {@link Downlinks.Downlink}. */
        DOWNLINK
    }

    /** What is done (xdomea: Aktion). */
    public enum Aktion {
        /** It was made. */
        ANGELEGT,
        /** Something of it was changed. */
        GEAENDERT,
        /** It was filed and stays as it is. */
        ABGELEGT,
        /** It was closed. */
        ABGESCHLOSSEN,
        /** Somebody claimed it. */
        UEBERNOMMEN,
        /** Somebody gave it back. */
        ZURUECKGEGEBEN,
        /** Somebody completed it. */
        ERLEDIGT,
        /** It was decided. */
        ENTSCHIEDEN,
        /** Somebody read its content. */
        GELESEN,
        /** It was erased. */
        GELOESCHT
    }
}

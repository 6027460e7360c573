package de.amtsfluss.processes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries out how messages of sensors are read and made; nothing is kept. Whoever does not belong to
 * {@link Sensorik#GRUPPE} is told nothing.
 */
public interface Codecversuche {

    /** How long a codec's source may be, in characters. */
    int LONGEST_SOURCE = 262_144;

    /** The device types that are installed, by name. */
    List<Geraetetyp> geraetetypen(Akteur akteur);

    /** Calls a codec once. */
    Ergebnis versuchen(Versuch versuch, Akteur akteur);

    /**
     * A device type.
     *
     * @param name its name, {@code ‹vendor›/‹model›}
     * @param titel vendor and model
     * @param beschreibung what it is for
     * @param groessen what it measures, each with its unit (UCUM)
     * @param version which release it is; 0 if it came with the software
     * @param quelle where the vendor describes the payload; empty if it is not known
     */
    record Geraetetyp(
            String name, String titel, String beschreibung, Map<String, String> groessen, int version, String quelle) {}

    /** What a codec is asked for (TS013-1.0.0). */
    enum Richtung {
        /** What a device said: {@code decodeUplink}. */
        UPLINK_LESEN,
        /** What was said to a device: {@code decodeDownlink}. */
        DOWNLINK_LESEN,
        /** What shall be said to a device: {@code encodeDownlink}. */
        DOWNLINK_BILDEN
    }

    /**
     * What is tried.
     *
     * @param geraetetyp an installed device type; empty for a source
     * @param quelltext the codec's JavaScript; empty for a device type
     * @param richtung what it is asked for
     * @param port the port, 1 to 223 (LoRaWAN 1.0.4, 4.3.2)
     * @param inhalt the bytes in hexadecimal or Base64; for a downlink to be made the command as JSON
     */
    record Versuch(String geraetetyp, String quelltext, Richtung richtung, int port, String inhalt) {}

    /** How bytes were written. */
    enum Lesart {
        /** In hexadecimal. */
        HEXADEZIMAL,
        /** In Base64. */
        BASE64
    }

    /** What came of a trial. */
    sealed interface Ergebnis {

        /**
         * The codec was called; whether it did its work is told by {@code fehler}.
         *
         * @param gelesen how the bytes were understood, absent if a command was given
         * @param daten what the codec says, as JSON over several lines; absent if it says nothing
         * @param nutzlast the payload it made, absent if it made none
         * @param messwerte what the profile of the type makes of it
         * @param warnungen what codec and profile warn of
         * @param fehler why the codec failed; empty if it did not
         * @param mikrosekunden how long the call took
         */
        record Gerufen(
                @Nullable Gelesen gelesen,
                @Nullable String daten,
                @Nullable Nutzlast nutzlast,
                List<Wert> messwerte,
                List<String> warnungen,
                List<String> fehler,
                long mikrosekunden)
                implements Ergebnis {}

        /**
         * There was nothing to call.
         *
         * @param hindernisse everything that is in the way
         */
        record Abgelehnt(List<Hindernis> hindernisse) implements Ergebnis {}
    }

    /**
     * How bytes were understood.
     *
     * @param lesart how they were written
     * @param anzahl how many they are
     */
    record Gelesen(Lesart lesart, int anzahl) {}

    /**
     * A payload.
     *
     * @param port its port
     * @param hex its bytes in hexadecimal
     * @param base64 the same in Base64
     */
    record Nutzlast(int port, String hex, String base64) {}

    /**
     * A measurement.
     *
     * @param groesse what was measured, as in the triggers' files
     * @param wert the value
     * @param einheit its unit (UCUM)
     */
    record Wert(String groesse, double wert, String einheit) {}

    /** What is in the way of a trial. */
    enum Hindernis {
        /** The person may not try anything. */
        NICHT_ERLAUBT,
        /** There is neither type nor source. */
        KEIN_CODEC,
        /** There are both. */
        ZWEI_CODECS,
        /** No such type is installed. */
        TYP_UNBEKANNT,
        /** The source is longer than {@link #LONGEST_SOURCE}. */
        QUELLTEXT_ZU_LANG,
        /** There is no such port. */
        PORT_UNGUELTIG,
        /** There is no content. */
        INHALT_FEHLT,
        /** The content is neither hexadecimal nor Base64. */
        INHALT_KEINE_BYTES,
        /** The content has more bytes than LoRaWAN carries, 242 (RP002-1.0.4, EU863-870). */
        INHALT_ZU_LANG,
        /** The command is no JSON. */
        INHALT_KEIN_JSON
    }
}

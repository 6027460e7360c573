package de.amtsfluss.processes;

import de.amtsfluss.decisiontables.DmnFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of the city for the people who run them. Whoever does not belong to {@link #GRUPPE} sees nothing and
 * changes nothing.
 */
public interface Sensorik {

    /** The group of the people who run the sensors. */
    String GRUPPE = "sensorbetrieb";

    /** How many entries a list has at most. */
    int PAGE_SIZE = 50;

    /**
     * Registers all lines of a CSV file or, if anything is wrong, none.
     *
     * @param csv UTF-8, separated by semicolons, with a line of column names
     * @param probelauf only to find out whether it could be registered
     */
    Einlesung einlesen(String csv, boolean probelauf, Akteur akteur);

    /** The objects that sensors watch, ordered by their id. */
    List<Sensorblatt> liste(Suche suche, Akteur akteur);

    /** One object with its sensors, values and orders. */
    Optional<Sensorblatt> blatt(String objekt, Akteur akteur);

    /**
     * Takes a sensor off an object; what it measured stays with the object.
     *
     * @param am when it was taken off, absent for now
     */
    Ausbau ausbauen(String objekt, String devEui, @Nullable Instant am, Akteur akteur);

    /** What can be said to the sensor of an object, and what was said; absent if there is no such object. */
    Optional<Downlinkblatt> downlinks(String objekt, Akteur akteur);

    /**
     * Says something to the sensor of an object; a repeat with the same id says it once.
     *
     * @return where it stands; absent if there is no such object, or the person may not
     */
    Optional<Downlinks.Downlink> senden(Nachricht nachricht, Akteur akteur);

    /** Messages that could not be used, the newest first. */
    List<UnzustellbareMeldung> unzustellbare(Filter filter, Akteur akteur);

    /** One of them. */
    Optional<UnzustellbareMeldung> unzustellbare(UUID id, Akteur akteur);

    /**
     * Sends messages that could not be used through once more, after their cause was mended.
     *
     * @return how many were sent; those that are not open any more are left out
     */
    int wiederholen(Set<UUID> ids, Akteur akteur);

    /** Puts messages aside for good; they stay readable. */
    int verwerfen(Set<UUID> ids, Akteur akteur);

    /**
     * Takes what sensors sent in a time through changed rules, without any effect.
     *
     * @param von from when on
     * @param bis until when
     * @param ausloeser trigger files that take the place of those of the same procedure, as YAML
     * @param tabellen decision tables that take the place of those in use
     */
    Probe probe(Instant von, Instant bis, List<String> ausloeser, List<DmnFile> tabellen, Akteur akteur);

    /**
     * Restricts a list of objects.
     *
     * @param text a part of id, place or device number; empty for all
     * @param art only those of this kind, absent for all
     * @param seite the page, counted from 1
     */
    record Suche(String text, @Nullable String art, int seite) {}

    /**
     * What became of a file.
     *
     * @param objekte how many lines it has
     * @param fehler everything that is wrong, each with its line; empty if it was registered or could be
     * @param erlaubt whether the person may register at all
     */
    record Einlesung(int objekte, List<String> fehler, boolean erlaubt) {}

    /** What became of taking a sensor off. */
    enum Ausbau {
        /** It watches the object no more. */
        AUSGEBAUT,
        /** The person may not do that. */
        NICHT_ERLAUBT,
        /** It does not watch this object, or does so no more. */
        NICHT_DORT,
        /** It did not watch the object yet at that time. */
        VOR_BEGINN,
        /** That time has not come; what is registered has happened. */
        IN_ZUKUNFT
    }

    /**
     * An object that a sensor watches.
     *
     * @param objekt its id
     * @param art its kind
     * @param ort its place
     * @param bezirk its Stadtbezirk
     * @param breite latitude, degrees
     * @param laenge longitude, degrees
     * @param merkmale what else is registered
     * @param sensoren the sensors that watch or watched it, the latest first
     * @param funk how its sensor was heard last, absent before the first message
     * @param messwerte the latest values
     * @param auftraege the orders that are asked for and whose cause is not gone
     */
    record Sensorblatt(
            String objekt,
            String art,
            String ort,
            String bezirk,
            double breite,
            double laenge,
            Map<String, Object> merkmale,
            List<Sensor> sensoren,
            @Nullable Funk funk,
            List<Messwert> messwerte,
            List<Auftrag> auftraege) {}

    /**
     * A sensor.
     *
     * @param devEui its number
     * @param typ its device type
     * @param gueltigAb from when on it watches the object
     * @param gueltigBis until when, absent while it does
     */
    record Sensor(
            String devEui,
            String typ,
            Instant gueltigAb,
            @Nullable Instant gueltigBis) {}

    /**
     * How a sensor is heard.
     *
     * @param zuletzt when it was last heard
     * @param rssi signal strength, dBm
     * @param snr signal to noise ratio, dB
     * @param empfangen how many messages were counted
     * @param verloren how many are missing by the frame counter
     * @param verlustProzent the share of missing ones, recent ones weighing more
     */
    record Funk(
            Instant zuletzt,
            @Nullable Integer rssi,
            @Nullable Double snr,
            long empfangen,
            long verloren,
            double verlustProzent) {}

    /**
     * A value.
     *
     * @param groesse what was measured, as in the triggers' files
     * @param wert the value
     * @param einheit its unit (UCUM)
     * @param am when it was received
     */
    record Messwert(String groesse, double wert, String einheit, Instant am) {}

    /**
     * An order that was asked for.
     *
     * @param verfahren the procedure
     * @param ausloeser what it was asked for with
     * @param am when
     */
    record Auftrag(String verfahren, AusloeserId ausloeser, Instant am) {}

    /**
     * The downlinks of an object.
     *
     * @param benannte what can be said to its sensor: names of the device type's profile with their German titles
     * @param letzte the latest downlinks, the newest first
     */
    record Downlinkblatt(Map<String, String> benannte, List<Downlinks.Downlink> letzte) {}

    /**
     * Something to be said to a sensor.
     *
     * @param id chosen by who asks, recognises a repeat
     * @param objekt the object that the sensor watches
     * @param name its name in the device type's profile
     * @param bestaetigt whether the sensor shall acknowledge it
     */
    record Nachricht(DownlinkId id, String objekt, String name, boolean bestaetigt) {}

    /**
     * Restricts a list of messages that could not be used.
     *
     * @param grund only those with this reason, absent for all
     * @param devEui only those of this device, absent for all
     * @param alle also those that were sent through again or put aside
     * @param seite the page, counted from 1
     */
    record Filter(@Nullable String grund, @Nullable String devEui, boolean alle, int seite) {}

    /**
     * A message that could not be used.
     *
     * @param id identifies it
     * @param grund one word for machines
     * @param satz a sentence for the operator
     * @param am when it came in
     * @param quelle where it came from
     * @param devEui the device if known
     * @param inhalt the original as text; bytes that are none are shown in hexadecimal
     * @param stand whether anybody has taken care of it
     * @param bearbeitetVon who has
     * @param bearbeitetAm when
     */
    record UnzustellbareMeldung(
            UUID id,
            String grund,
            String satz,
            Instant am,
            String quelle,
            @Nullable String devEui,
            String inhalt,
            Stand stand,
            @Nullable String bearbeitetVon,
            @Nullable Instant bearbeitetAm) {}

    /** Whether anybody has taken care of a message that could not be used. */
    enum Stand {
        /** Nobody has. */
        OFFEN,
        /** It was sent through again. */
        WIEDERHOLT,
        /** It was put aside. */
        VERWORFEN
    }

    /** What became of a dry run. */
    sealed interface Probe {

        /**
         * It was run.
         *
         * @param meldungen how many messages were read
         * @param unbrauchbar how many could not be used, by reason
         * @param auftraege the orders that would have been asked for, in their order
         * @param ausgelassen procedures whose triggers only the clock evaluates; they were left out
         * @param vollstaendig whether all messages of the time were read; at most a million are
         */
        record Gelaufen(
                long meldungen,
                Map<String, Long> unbrauchbar,
                List<Probeauftrag> auftraege,
                List<String> ausgelassen,
                boolean vollstaendig)
                implements Probe {}

        /**
         * It could not be run.
         *
         * @param saetze why
         */
        record Abgelehnt(List<String> saetze) implements Probe {}
    }

    /**
     * An order that would have been asked for.
     *
     * @param verfahren the procedure
     * @param objekt the object
     * @param am the time of the reading
     * @param massnahme what the table decided
     * @param beendetAm when its cause was gone, absent if it was not in that time
     */
    record Probeauftrag(
            String verfahren,
            String objekt,
            Instant am,
            String massnahme,
            @Nullable Instant beendetAm) {}
}

package de.amtsfluss.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages to sensors. What becomes of one is told truthfully: that the network server has taken it, or that a gateway
 * has sent it, does not mean that the sensor has heard it.
 */
public interface Downlinks {

    /**
     * The message that a process gets once a downlink has ended, in whatever way, with the variable
     * {@code downlinkErgebnis}, the {@link Ergebnis#wort()}. It comes exactly once, at the latest when the Frist is
     * over.
     */
    String BEENDET = "lorawan.downlinkBeendet";

    /**
     * Keeps a downlink in the caller's transaction; it is handed over to the network server after the commit, again and
     * again until its Frist is over. A repeat with the same id changes nothing.
     *
     * @return where it stands now; one that cannot be sent has ended already
     */
    Downlink senden(Auftrag auftrag);

    /** A downlink as it stands now. */
    Optional<Downlink> find(DownlinkId id);

    /**
     * The latest downlinks to the sensors of an object, the newest first.
     *
     * @param limit how many at most
     */
    List<Downlink> of(String objekt, int limit);

    /**
     * Asks for a downlink.
     *
     * @param id chosen by who asks
     * @param ziel who is to hear it
     * @param inhalt what is to be said
     * @param bestaetigt whether the sensor shall acknowledge it
     * @param frist how long it may take until it has ended; until then the network server is called again and again
     * @param schluessel the correlation key with which a process waits for the message {@link #BEENDET}; absent if none
     *     waits
     * @param vorgang the Vorgang it belongs to, for the Protokoll; absent if it belongs to none
     */
    record Auftrag(
            DownlinkId id,
            Ziel ziel,
            Inhalt inhalt,
            boolean bestaetigt,
            Duration frist,
            @Nullable String schluessel,
            @Nullable VorgangId vorgang) {

        private static final Duration LONGEST = Duration.ofDays(31);

        /**
         * Refuses a Frist that makes no sense.
         *
         * @throws IllegalArgumentException if it is not positive, or longer than a month
         */
        public Auftrag {
            if (!frist.isPositive() || frist.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "Expected a Frist of up to %s for a downlink, but found %s".formatted(LONGEST, frist));
            }
        }
    }

    /** Who is to hear a downlink. */
    sealed interface Ziel {

        /**
         * The sensor that watches an object now.
         *
         * @param id the object
         */
        record Objekt(String id) implements Ziel {}

        /**
         * A sensor.
         *
         * @param devEui its number, 16 hexadecimal digits
         */
        record Geraet(String devEui) implements Ziel {}
    }

    /** What is to be said. */
    sealed interface Inhalt {

        /**
         * Something that the profile of the device type names.
         *
         * @param name its name there
         */
        record Benannt(String name) implements Inhalt {}

        /**
         * Something that the codec of the device type makes a payload of.
         *
         * @param fPort the port where the codec names none
         * @param daten what the codec understands
         */
        record Daten(int fPort, Map<String, @Nullable Object> daten) implements Inhalt {

            /** Refuses a port that carries no application data, and keeps its own copy. */
            // Written out: of a compact one other modules would not see that values may be null.
            public Daten(int fPort, Map<String, @Nullable Object> daten) {
                checkPort(fPort);
                this.fPort = fPort;
                this.daten = Collections.unmodifiableMap(new LinkedHashMap<>(daten));
            }
        }

        /**
         * The payload itself.
         *
         * @param fPort the port
         * @param bytes the payload
         */
        record Bytes(int fPort, byte[] bytes) implements Inhalt {

            /** Refuses a port that carries no application data. */
            public Bytes {
                checkPort(fPort);
            }
        }

        private static void checkPort(int fPort) {
            // LoRaWAN L2 1.0.4, 4.3.2: 0 is for MAC commands, 224 to 255 are reserved.
            if (fPort < 1 || fPort > 223) {
                throw new IllegalArgumentException("Expected a port of 1 to 223, but found %d".formatted(fPort));
            }
        }
    }

    /** Where a downlink stands. */
    enum Zustand {
        /** It is kept here and waits to be handed over. */
        ANGENOMMEN,
        /** The network server has it; the sensor listens after its next uplink at the earliest, unless in class C. */
        UEBERGEBEN,
        /** A gateway has sent it; whether the sensor has heard it is not known yet. */
        GESENDET,
        /** It has ended, with an {@link Ergebnis}. */
        BEENDET
    }

    /** How a downlink ended. */
    enum Ergebnis {
        /** The sensor has acknowledged it. */
        BESTAETIGT,
        /** A gateway has sent it, and no acknowledgement was asked for; whether the sensor heard it nobody knows. */
        GESENDET,
        /** It was sent, and the sensor has not acknowledged it. */
        NICHT_BESTAETIGT,
        /** The network server refused it or gave it up. */
        FEHLGESCHLAGEN,
        /** Nothing more was heard of it until the end of its Frist. */
        ABGELAUFEN,
        /** There were too many to the same sensor within an hour; it was not sent. */
        BEGRENZT,
        /** No sensor, no way to it, or nothing that can be said to it; it was not sent. */
        NICHT_MOEGLICH;

        /** The word for it in processes, for example {@code nicht-bestaetigt}. */
        public String wort() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A downlink as it stands.
     *
     * @param id identifies it
     * @param objekt the object whose sensor it is for, absent if the sensor watches none
     * @param devEui the sensor, absent if none watches the object
     * @param bezeichnung its name in the profile, or port and payload
     * @param bestaetigt whether the sensor shall acknowledge it
     * @param von the login name of who asked for it, or the job type
     * @param angenommenAm when it was asked for
     * @param bis the end of its Frist
     * @param verlauf where it stands and since when
     */
    record Downlink(
            DownlinkId id,
            @Nullable String objekt,
            @Nullable String devEui,
            String bezeichnung,
            boolean bestaetigt,
            String von,
            Instant angenommenAm,
            Instant bis,
            Verlauf verlauf) {}

    /**
     * What became of a downlink so far.
     *
     * @param zustand where it stands
     * @param uebergebenAm when the network server took it
     * @param gesendetAm when a gateway sent it
     * @param beendetAm when it ended
     * @param ergebnis how it ended
     * @param grund why it ended so, or why it could not be handed over yet: a sentence for the operator, in English
     * @param spaetBestaetigtAm when the sensor acknowledged it after it had ended otherwise
     * @param versuche how often it was tried to hand it over
     */
    record Verlauf(
            Zustand zustand,
            @Nullable Instant uebergebenAm,
            @Nullable Instant gesendetAm,
            @Nullable Instant beendetAm,
            @Nullable Ergebnis ergebnis,
            @Nullable String grund,
            @Nullable Instant spaetBestaetigtAm,
            int versuche) {}
}

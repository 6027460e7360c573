package de.amtsfluss.forms.sensorik;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What people read where a message of a sensor could not be used, by the word that is kept with it. */
final class Hinderungsgruende {

    /** All that are known, the most frequent ones first. */
    static final SequencedMap<String, String> ALLE = new LinkedHashMap<>();

    static {
        ALLE.put("unknown-device", "Der Sensor ist nicht eingetragen.");
        ALLE.put("not-in-use", "Der Sensor war zu dieser Zeit an keinem Objekt.");
        ALLE.put("undecodable", "Der Inhalt passt nicht zum Gerätetyp.");
        ALLE.put("undecided", "Eine Entscheidungstabelle gab keine Antwort.");
        ALLE.put("conflict", "Unter derselben Nummer kam zuvor ein anderer Inhalt.");
        ALLE.put("encrypted", "Der Inhalt ist verschlüsselt.");
        ALLE.put("not-an-uplink", "Der Meldung fehlt, was jede Meldung eines Sensors hat.");
        ALLE.put("not-an-event", "Der Meldung fehlt, was jedes Ereignis hat.");
        ALLE.put("broken-json", "Die Meldung ist kein JSON.");
        ALLE.put("too-large", "Die Meldung ist zu groß; nur ihr Anfang ist aufbewahrt.");
        ALLE.put("unreadable", "Die Meldung konnte nicht gelesen werden.");
        ALLE.put("failed", "Die Verarbeitung ist gescheitert.");
    }

    private Hinderungsgruende() {}

    /** The sentence, or the word itself if it is new. */
    static String satz(String grund) {
        return ALLE.getOrDefault(grund, grund);
    }
}

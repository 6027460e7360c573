package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Sensorik.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a sensor is to be taken off its object.
 *
 * @param seit since when it watches the object
 * @param am the time that was typed, or is offered
 * @param fehler why that time will not do, absent if nothing is wrong
 */
record AusbauSicht(
        String objekt,
        String devEui,
        String typ,
        String seit,
        String am,
        @Nullable String fehler) {

    static AusbauSicht of(String objekt, Sensor sensor, String am) {
        return new AusbauSicht(objekt, sensor.devEui(), sensor.typ(), Anzeige.dateTime(sensor.gueltigAb()), am, null);
    }

    AusbauSicht refused(String sentence) {
        return new AusbauSicht(objekt, devEui, typ, seit, am, sentence);
    }
}

package de.amtsfluss.forms.sensorik;

import de.amtsfluss.processes.Codecversuche.Geraetetyp;
import java.util.stream.Collectors;

/**
 * A device type, as the page lists it.
 *
 * @param misst what it measures, with units
 * @param version which release it is
 * @param verweis whether the source is an address
 */
record GeraetetypSicht(
        String name, String titel, String beschreibung, String misst, String version, String quelle, boolean verweis) {

    static GeraetetypSicht of(Geraetetyp typ) {
        return new GeraetetypSicht(
                typ.name(),
                typ.titel(),
                typ.beschreibung(),
                typ.groessen().entrySet().stream()
                        .map(groesse -> withUnit(SensorSicht.name(groesse.getKey()), groesse.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ")),
                typ.version() == 0 ? "ausgeliefert" : Integer.toString(typ.version()),
                typ.quelle(),
                typ.quelle().startsWith("https://") || typ.quelle().startsWith("http://"));
    }

    private static String withUnit(String name, String einheit) {
        var unit = SensorSicht.unit(einheit);
        return unit.isEmpty() ? name : "%s (%s)".formatted(name, unit);
    }
}

package de.amtsfluss.forms.fristen;

import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sorts what is wrong with a question by the entry that people and machines see. */
final class Maengel {

    private Maengel() {}

    static Map<String, String> byEntry(Abgelehnt refused) {
        var wrong = new LinkedHashMap<String, String>();
        refused.maengel().forEach(mangel -> wrong.put(mangel.angabe().feld(), mangel.satz()));
        return wrong;
    }
}

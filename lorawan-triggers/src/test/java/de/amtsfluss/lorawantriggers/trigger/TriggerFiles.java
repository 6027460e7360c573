package de.amtsfluss.lorawantriggers.trigger;

/** Definitions for tests. */
final class TriggerFiles {

    private static final String CONTAINER = """
            verfahren: container-leeren
            art: container
            measurements: [fillLevel]
            decision: containerLeerung
            inputs: {fraktion: merkmal.fraktion, fuellstandProzent: messung.fillLevel}
            orders: {held: [auftrag], atOnce: [sofort]}
            correlation: containerId
            messages:
              start: {name: start, facts: {fristAm: zeit + entscheidung.fristStunden, ort: asset.ort}}
              ended: {name: emptied, facts: {am: zeit}}
            hysteresis: {holdReadings: 2, rearm: {below: 40, drop: 30}}
            quiet: PT2H
            maxAge: PT24H
            """;

    private TriggerFiles() {}

    static Trigger container(String more) {
        return read("container-leeren", CONTAINER + more);
    }

    static Trigger read(String verfahren, String text) {
        return TriggerFile.read("triggers/" + verfahren + ".yaml", text);
    }
}

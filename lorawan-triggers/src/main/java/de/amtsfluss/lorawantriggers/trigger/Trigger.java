package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.lorawantriggers.definition.Definition;
import de.amtsfluss.lorawantriggers.device.Quantity;
import java.time.Duration;

/**
 * When a measurement becomes a message to a procedure, as written in {@code triggers/‹procedure›.yaml}.
 *
 * @param verfahren the procedure
 * @param decision the table that decides about each reading
 * @param startMessage starts the process
 * @param emptiedMessage tells the process that somebody has emptied the container
 * @param holdReadings how many readings in a row must ask for an order
 * @param rearmBelowProzent below this level a container counts as emptied
 * @param dropPoints so much less than the reading before, and it counts as emptied too
 * @param lockout how long after a closed order full readings are not believed
 * @param maxAge how old a reading may be to trigger
 */
record Trigger(
        String verfahren,
        DecisionId decision,
        String startMessage,
        String emptiedMessage,
        int holdReadings,
        double rearmBelowProzent,
        double dropPoints,
        Duration lockout,
        Duration maxAge) {

    /**
     * Reads a definition.
     *
     * @param file its name, which must be that of the procedure
     * @throws IllegalStateException if anything is wrong; its message tells all of it
     */
    static Trigger read(String file, String text) {
        var definition = Definition.of(file, text);
        var verfahren = definition.text("verfahren");
        if (!file.endsWith("/" + verfahren + ".yaml")) {
            definition.note("Expected the file to be named after its verfahren '%s'".formatted(verfahren));
        }
        only(definition, "measurement", Quantity.FILL_LEVEL.key());
        only(definition, "correlation", "containerId");
        var messages = definition.part("messages");
        var hysteresis = definition.part("hysteresis");
        var trigger = new Trigger(
                verfahren,
                decision(definition),
                messages.text("start"),
                messages.text("emptied"),
                hysteresis.integer("holdReadings", 1, 100),
                hysteresis.number("rearmBelowProzent", 0, 100),
                hysteresis.number("dropPoints", 1, 100),
                definition.duration("lockout"),
                definition.duration("maxAge"));
        definition.throwIfWrong();
        return trigger;
    }

    private static DecisionId decision(Definition definition) {
        var name = definition.text("decision");
        try {
            return new DecisionId(name);
        } catch (IllegalArgumentException e) {
            definition.note(String.valueOf(e.getMessage()));
            return new DecisionId("unreadable");
        }
    }

    private static void only(Definition definition, String key, String known) {
        var value = definition.text(key);
        if (!value.equals(known)) {
            definition.note("Expected '%s' at '%s', but found '%s'".formatted(known, key, value));
        }
    }
}

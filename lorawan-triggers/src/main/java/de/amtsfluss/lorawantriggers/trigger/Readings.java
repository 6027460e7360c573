package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Evaluation.Surroundings;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes readings through all triggers they concern.
 *
 * @param triggers the triggers
 * @param evaluation takes a reading through one of them
 * @param surroundings what it may touch
 */
record Readings(Triggers triggers, Evaluation evaluation, Surroundings surroundings) {

    /**
     * Takes a reading; the twin knows it already. A table that gives no answer keeps no other trigger from its work.
     *
     * @param undecided takes the sentence of each table that gave no answer
     */
    Twin take(Twin twin, Asset asset, Set<Quantity> measured, DevEui sensor, Instant at, Consumer<String> undecided) {
        var next = twin;
        var context = new Context(asset, twin.plain(), at, sensor.value(), null);
        for (var trigger : triggers.reading(asset.art(), measured)) {
            try {
                next = evaluation.evaluate(trigger, next, context, surroundings);
            } catch (Evaluation.NotDecidedException e) {
                undecided.accept(String.valueOf(e.getMessage()));
            }
        }
        return next;
    }
}

package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.Map;

/** What triggers ask for: the process engine does it, a dry run only notes it. */
interface Requests {

    /** Asks for an order. */
    void order(Trigger trigger, String subject, AusloeserId ausloeser, Decided decided, Map<String, Object> facts);

    /** Tells the process of an order that the table decides otherwise now. */
    void change(Trigger trigger, String subject, AusloeserId ausloeser, Instant at, Map<String, Object> facts);

    /**
     * Withdraws an order or tells its process that the cause is gone.
     *
     * @param mayBeOpen whether the Vorgang may still be open
     */
    void end(Trigger trigger, String subject, AusloeserId ausloeser, boolean mayBeOpen, Map<String, Object> facts);
}

package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.Map;

/** What triggers ask for: the process engine does it, a dry run only notes it. */
interface Requests {

    /**
     * What a request was made for.
     *
     * @param at the time of the reading
     * @param facts what the process is told
     */
    record Reason(Instant at, Map<String, Object> facts) {}

    /** Asks for an order. */
    void order(Trigger trigger, String subject, AusloeserId ausloeser, Decided decided, Reason reason);

    /** Tells the process of an order that the table decides otherwise now. */
    void change(Trigger trigger, String subject, AusloeserId ausloeser, Reason reason);

    /**
     * Withdraws an order or tells its process that the cause is gone.
     *
     * @param mayBeOpen whether the Vorgang may still be open
     */
    void end(Trigger trigger, String subject, AusloeserId ausloeser, boolean mayBeOpen, Reason reason);
}

package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.ProcessMessages.StartMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the process engine, in the caller's transaction. */
@Component
class EngineRequests implements Requests {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRequests.class);

    /** The process may not have reached the place yet where it waits for the message. */
    private static final Duration MESSAGE_TIME_TO_LIVE = Duration.ofDays(1);

    private static final Handelnder SENSOR = Handelnder.system("sensor");

    private final ProcessMessages messages;
    private final Entscheidungen entscheidungen;

    EngineRequests(ProcessMessages messages, Entscheidungen entscheidungen) {
        this.messages = messages;
        this.entscheidungen = entscheidungen;
    }

    @Override
    public void order(Trigger trigger, String subject, AusloeserId ausloeser, Decided decided, Reason reason) {
        SENSOR.run(() -> entscheidungen.keep(ausloeser, decided));
        messages.start(new StartMessage(ausloeser, trigger.start().name(), subject, reason.facts()));
        LOG.info("{} of {} asked for (ausloeser {})", trigger.verfahren(), subject, ausloeser);
    }

    @Override
    public void change(Trigger trigger, String subject, AusloeserId ausloeser, Reason reason) {
        var changed = trigger.changed();
        if (changed != null) {
            publish(changed.message().name(), ausloeser, reason.at().toString(), reason.facts());
            LOG.info("{} of {} changed (ausloeser {})", trigger.verfahren(), subject, ausloeser);
        }
    }

    @Override
    public void end(Trigger trigger, String subject, AusloeserId ausloeser, boolean mayBeOpen, Reason reason) {
        var mayHaveStarted = messages.withdraw(ausloeser);
        var ended = trigger.ended();
        if (ended != null && mayHaveStarted && mayBeOpen) {
            publish(ended.name(), ausloeser, "", reason.facts());
        }
        LOG.info("{} of {} has become needless (ausloeser {})", trigger.verfahren(), subject, ausloeser);
    }

    private void publish(String name, AusloeserId ausloeser, String which, Map<String, Object> facts) {
        var id = name + ":" + ausloeser + (which.isEmpty() ? "" : ":" + which);
        messages.publish(new ProcessMessage(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                name,
                ausloeser.toString(),
                MESSAGE_TIME_TO_LIVE,
                facts));
    }
}

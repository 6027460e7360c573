package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Container;
import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Step;
import de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Leerung;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.ProcessMessages.StartMessage;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for collection orders and ends them, in the transaction of the uplink. */
@Component
class ContainerTrigger {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerTrigger.class);

    /** The process may not have reached the place yet where it waits for the message. */
    private static final Duration MESSAGE_TIME_TO_LIVE = Duration.ofDays(1);

    private static final Handelnder SENSOR = Handelnder.system("sensor");

    private final Trigger trigger;
    private final LeerungDecision decision;
    private final TwinRepository twins;
    private final ProcessMessages messages;
    private final Entscheidungen entscheidungen;
    private final Clock clock;
    private final Hysteresis hysteresis;

    ContainerTrigger(
            Trigger trigger,
            LeerungDecision decision,
            TwinRepository twins,
            ProcessMessages messages,
            Entscheidungen entscheidungen,
            Vorgaenge vorgaenge,
            Clock clock) {
        this.trigger = trigger;
        this.decision = decision;
        this.twins = twins;
        this.messages = messages;
        this.entscheidungen = entscheidungen;
        this.clock = clock;
        this.hysteresis = new Hysteresis(trigger, id -> closedAt(vorgaenge, id), AusloeserId::random);
    }

    private static Optional<Instant> closedAt(Vorgaenge vorgaenge, AusloeserId ausloeser) {
        return vorgaenge.findByAusloeser(ausloeser).map(Vorgang::abgeschlossenAm);
    }

    /** Takes the latest fill level of a container. */
    void read(Container container, double prozent, Instant at) {
        var state = twins.state(container.id(), trigger.verfahren());
        var reading = new Reading(prozent, at);
        if (!hysteresis.counts(state, reading, clock.instant())) {
            LOG.info("Container {}: reading of {} is too old to trigger", container.id(), at);
            return;
        }
        var leerung = decision.decide(container.fraktion(), prozent);
        var step = hysteresis.next(state, reading, leerung.massnahme());
        twins.save(container.id(), trigger.verfahren(), step.next());
        switch (step) {
            case Step.Stay stay -> LOG.debug("Container {} reads {} %: {}", container.id(), prozent, stay.next());
            case Step.Order order -> order(container, reading, leerung, order.ausloeser());
            case Step.Emptied emptied -> emptied(container, reading, emptied.ausloeser(), emptied.tellProcess());
        }
    }

    private void order(Container container, Reading reading, Leerung leerung, AusloeserId ausloeser) {
        SENSOR.run(() -> entscheidungen.keep(ausloeser, leerung.grund()));
        messages.start(new StartMessage(
                ausloeser, trigger.startMessage(), container.id(), facts(container, reading, leerung)));
        LOG.info(
                "Container {} reads {} %: order asked for ({}, ausloeser {})",
                container.id(), reading.prozent(), leerung.massnahme().word(), ausloeser);
    }

    private static Map<String, Object> facts(Container container, Reading reading, Leerung leerung) {
        var facts = new HashMap<String, Object>();
        facts.put("containerId", container.id());
        facts.put("ort", container.ort());
        facts.put("breite", container.breite());
        facts.put("laenge", container.laenge());
        facts.put("fraktion", container.fraktion().name());
        facts.put("volumenLiter", container.volumenLiter());
        facts.put("fuellstandProzent", reading.prozent());
        facts.put("gemessenAm", reading.at().toString());
        facts.put("massnahme", leerung.massnahme().word());
        facts.put("prioritaet", leerung.prioritaet());
        facts.put("fristAm", reading.at().plus(leerung.frist()).toString());
        facts.put("erinnerungAm", reading.at().plus(leerung.erinnerung()).toString());
        facts.put("sensor", container.sensor().devEui().value());
        facts.put("kanal", "sensor");
        return facts;
    }

    private void emptied(Container container, Reading reading, AusloeserId ausloeser, boolean mayBeOpen) {
        var mayHaveStarted = messages.withdraw(ausloeser);
        if (mayHaveStarted && mayBeOpen) {
            messages.publish(new ProcessMessage(
                    messageId(ausloeser),
                    trigger.emptiedMessage(),
                    ausloeser.toString(),
                    MESSAGE_TIME_TO_LIVE,
                    Map.of(
                            "gemessenGeleertAm", reading.at().toString(),
                            "gemessenGeleertProzent", reading.prozent())));
        }
        LOG.info("Container {} reads {} %: emptied (ausloeser {})", container.id(), reading.prozent(), ausloeser);
    }

    private UUID messageId(AusloeserId ausloeser) {
        var name = trigger.emptiedMessage() + ":" + ausloeser;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

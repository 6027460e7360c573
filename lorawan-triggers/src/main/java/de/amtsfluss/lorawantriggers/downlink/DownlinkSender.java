package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.downlink.Kept.Sending;
import de.amtsfluss.lorawantriggers.downlink.Route.Attempt;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Verlauf;
import de.amtsfluss.processes.Handlung.Aktion;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands downlinks over to the network servers, and ends those whose Frist is over. No transaction is open while a
 * server is called; the attempt is counted before, so that one of which nobody knows the end is known to be a repeat.
 */
@Component
class DownlinkSender {

    private static final Logger LOG = LoggerFactory.getLogger(DownlinkSender.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    /** Longer than any attempt: two calls, each up to 15 s with the default settings. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DownlinkRepository downlinks;
    private final Routes routes;
    private final DownlinkEvents events;
    private final Ending ending;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DownlinkSender(
            DownlinkRepository downlinks,
            Routes routes,
            DownlinkEvents events,
            Ending ending,
            TransactionTemplate transaction,
            Clock clock) {
        this.downlinks = downlinks;
        this.routes = routes;
        this.events = events;
        this.ending = ending;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Hands the next downlink over that is due on a route.
     *
     * @return whether the next may follow at once: there was one, and the network server answered
     */
    boolean step(String route) {
        var now = clock.instant();
        var due = Objects.requireNonNull(transaction.execute(status -> downlinks.lease(route, now, now.plus(LEASE))));
        if (due.isEmpty()) {
            return false;
        }
        var kept = due.get();
        var sending = Objects.requireNonNull(kept.sending());
        var handover = hand(kept, sending, routes.named(route).orElseThrow());
        transaction.executeWithoutResult(status -> record(kept, sending, handover));
        return !(handover instanceof Handover.Away);
    }

    private Handover hand(Kept kept, Sending sending, Route route) {
        var repeat = kept.downlink().verlauf().versuche() > 1;
        return route.hand(
                kept,
                sending,
                new Attempt(repeat, repeat ? downlinks.otherServerIds(kept, sending.devEui()) : Set.of()));
    }

    private void record(Kept before, Sending sending, Handover handover) {
        downlinks.lock(sending.devEui());
        switch (handover) {
            case Handover.Taken taken -> taken(before, sending, taken);
            case Handover.Refused refused -> ending.end(before, Ergebnis.FEHLGESCHLAGEN, refused.sentence());
            case Handover.Away away -> away(before, away.sentence());
        }
    }

    /** The network server may have told of it before its id was known here. */
    private void taken(Kept before, Sending sending, Handover.Taken taken) {
        downlinks.handedOver(before.id(), taken.serverId(), clock.instant());
        ending.write(before, Aktion.GEAENDERT, "uebergeben", sending.via().route());
        var serverId = taken.serverId();
        if (serverId != null) {
            for (var event : downlinks.eventsBefore(sending, serverId)) {
                events.apply(downlinks.find(before.id()).orElseThrow(), event);
            }
        }
    }

    private void away(Kept before, String sentence) {
        var attempts = before.downlink().verlauf().versuche();
        downlinks.failed(before.id(), sentence, clock.instant().plus(pause(attempts)));
        if (attempts == 1) {
            LOG.warn("Downlink {} could not be handed over, trying on: {}", before.id(), sentence);
        }
    }

    private static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Ends the downlinks whose Frist is over. */
    void endOverdue() {
        for (var id : downlinks.overdue(clock.instant())) {
            transaction.executeWithoutResult(status -> downlinks.find(id).ifPresent(kept -> {
                Optional.ofNullable(kept.sending()).ifPresent(sending -> downlinks.lock(sending.devEui()));
                ending.end(kept, Ergebnis.ABGELAUFEN, stand(kept.downlink().verlauf()));
            }));
        }
    }

    private static String stand(Verlauf verlauf) {
        return switch (verlauf.zustand()) {
            case ANGENOMMEN ->
                verlauf.grund() == null
                        ? "Bis zum Ende der Frist wurde sie nicht übergeben."
                        : "Bis zum Ende der Frist konnte sie nicht übergeben werden: " + verlauf.grund();
            case UEBERGEBEN ->
                "Der Sensor hat bis zum Ende der Frist nicht zugehört; er hört nur nach seinen eigenen Meldungen.";
            case GESENDET, BEENDET -> "Der Sensor hat sie bis zum Ende der Frist nicht bestätigt.";
        };
    }
}

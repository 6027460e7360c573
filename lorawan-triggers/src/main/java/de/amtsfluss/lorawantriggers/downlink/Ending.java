package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.Protokoll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends downlinks, each once, and tells the process that waits. */
@Component
class Ending {

    /** The process waits before the job is done at the earliest; a day is more than any pause of the engine. */
    private static final Duration KEPT_BY_THE_ENGINE = Duration.ofDays(1);

    private final DownlinkRepository downlinks;
    private final ProcessMessages messages;
    private final Protokoll protokoll;
    private final Clock clock;

    Ending(DownlinkRepository downlinks, ProcessMessages messages, Protokoll protokoll, Clock clock) {
        this.downlinks = downlinks;
        this.messages = messages;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    /** Ends a downlink in the caller's transaction; one that has ended stays as it ended. */
    void end(Kept kept, Ergebnis ergebnis, @Nullable String grund) {
        if (!downlinks.end(kept.id(), ergebnis, grund, clock.instant())) {
            return;
        }
        write(kept, Aktion.ABGESCHLOSSEN, "ergebnis", ergebnis.wort());
        var schluessel = kept.schluessel();
        if (schluessel != null) {
            var name = "%s:%s".formatted(Downlinks.BEENDET, kept.id());
            messages.publish(new ProcessMessage(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                    Downlinks.BEENDET,
                    schluessel,
                    KEPT_BY_THE_ENGINE,
                    Map.of("downlinkErgebnis", ergebnis.wort())));
        }
    }

    /** Writes a change into the Protokoll. */
    void write(Kept kept, Aktion aktion, String what, @Nullable String after) {
        protokoll.write(kept.vorgang(), new Handlung(Objektart.DOWNLINK, kept.id(), aktion).with(what, null, after));
    }
}

package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.event.DeviceEventListener;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung.Aktion;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears from the network servers what became of downlinks. */
@Component
class DownlinkEvents implements DeviceEventListener {

    static final Handelnder NETWORK_SERVER = Handelnder.system("downlink");

    private static final String EXPIRED = "EXPIRED";

    /** What ChirpStack's log says of a downlink that it has taken out of its queue (integration.proto, LogCode). */
    private static final Set<String> GIVEN_UP =
            Set.of("DOWNLINK_PAYLOAD_SIZE", "DOWNLINK_CODEC", "DOWNLINK_GATEWAY", "F_CNT_DOWN");

    private final DownlinkRepository downlinks;
    private final Ending ending;

    DownlinkEvents(DownlinkRepository downlinks, Ending ending) {
        this.downlinks = downlinks;
        this.ending = ending;
    }

    @Override
    public void on(DeviceEvent event) {
        if (event.downlinkId() != null) {
            downlinks.lock(event.devEui());
            downlinks.about(event).ifPresent(kept -> NETWORK_SERVER.run(() -> apply(kept, event)));
        }
    }

    /** Takes note of what an event says of a downlink; the sensor is locked. */
    void apply(Kept kept, DeviceEvent event) {
        switch (event.type()) {
            case ACK -> acknowledged(kept, event);
            case NACK -> ending.end(kept, Ergebnis.NICHT_BESTAETIGT, said(event));
            case SENT -> sent(kept, event);
            case FAILED, INVALIDATED -> ending.end(kept, Ergebnis.FEHLGESCHLAGEN, said(event));
            case LOG -> logged(kept, event);
            case QUEUED, JOIN, STATUS, LOCATION -> {}
        }
    }

    private void acknowledged(Kept kept, DeviceEvent event) {
        if (kept.isOpen()) {
            ending.end(kept, Ergebnis.BESTAETIGT, null);
        } else if (kept.downlink().verlauf().ergebnis() != Ergebnis.BESTAETIGT
                && downlinks.acknowledgedLate(kept.id(), event.at())) {
            ending.write(kept, Aktion.GEAENDERT, "spaetBestaetigt", null);
        }
    }

    private void sent(Kept kept, DeviceEvent event) {
        if (kept.downlink().verlauf().gesendetAm() != null) {
            return;
        }
        downlinks.sent(kept.id(), event.at());
        ending.write(kept, Aktion.GEAENDERT, "gesendet", null);
        if (!kept.downlink().bestaetigt()) {
            ending.end(kept, Ergebnis.GESENDET, null);
        }
    }

    private void logged(Kept kept, DeviceEvent event) {
        var code = event.code();
        if (EXPIRED.equals(code)) {
            ending.end(kept, Ergebnis.ABGELAUFEN, said(event));
        } else if (code != null && GIVEN_UP.contains(code)) {
            ending.end(kept, Ergebnis.FEHLGESCHLAGEN, said(event));
        }
    }

    private static @Nullable String said(DeviceEvent event) {
        var code = event.code();
        var description = event.description();
        if (event.type() == DeviceEvent.Type.INVALIDATED && code == null) {
            return "The radio session is another, so the network server has dropped it";
        }
        return code == null ? description : description == null ? code : "%s: %s".formatted(code, description);
    }
}

package de.amtsfluss.processes;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stands for the part that draws answers; what is drawn is tested there. */
@Component
class AuskunftsblattProbe implements Auskunftsblatt {

    private final JsonMapper json;

    AuskunftsblattProbe(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte[] pdf(UUID id, Auskunftsinhalt inhalt) {
        return json.writeValueAsBytes(inhalt.vorgaenge());
    }
}

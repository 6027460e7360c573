package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.VorgangId;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files proofs that applicants hand in. */
@Component
class Nachweise {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Dokumente dokumente;
    private final Clock clock;

    Nachweise(Dokumente dokumente, Clock clock) {
        this.dokumente = dokumente;
        this.clock = clock;
    }

    Upload file(
            VorgangId vorgang, Handelnder by, String name, @Nullable String declaredMediaType, InputStream content) {
        var eingang = new Eingang(
                vorgang, null, name, declaredMediaType, Richtung.EINGANG, LocalDate.now(clock.withZone(OFFICE)));
        return by.call(() -> dokumente.receive(eingang, content));
    }
}

package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.portal.Zugaenge.Known;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Postfachnachricht;
import de.amtsfluss.processes.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The messages about an application, as pages show them. */
@Component
@ConditionalOnRole(Role.WEB)
class Nachrichten {

    private final Postfach postfach;

    Nachrichten(Postfach postfach) {
        this.postfach = postfach;
    }

    List<Row> of(Known known) {
        return postfach.of(known.stand().vorgang().id()).stream().map(Row::of).toList();
    }

    /**
     * A message.
     *
     * @param id identifies it
     * @param vorgang what it is about
     * @param betreff what it says in short
     * @param text what it says
     * @param am when it was put in
     * @param dokument whether a document comes with it
     * @param neu whether nobody has retrieved it
     */
    record Row(UUID id, UUID vorgang, String betreff, String text, String am, boolean dokument, boolean neu) {

        static Row of(Postfachnachricht nachricht) {
            return new Row(
                    nachricht.id(),
                    nachricht.vorgang().value(),
                    nachricht.betreff(),
                    nachricht.text(),
                    Anzeige.dateTime(nachricht.eingestelltAm()),
                    nachricht.dokument() != null,
                    nachricht.abgerufenAm() == null);
        }
    }
}

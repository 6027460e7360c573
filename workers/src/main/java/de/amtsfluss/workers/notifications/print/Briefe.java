package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumente.WithContent;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.documents.Letters;
import de.amtsfluss.workers.notifications.dispatch.Recipients;
import de.amtsfluss.workers.notifications.mail.MailTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes letters of dispatches: the filed document, or a letter with the text where there is none. */
@Component
class Briefe {

    private static final Logger log = LoggerFactory.getLogger(Briefe.class);
    private static final String MITTEILUNG = "benachrichtigung/mitteilung";
    private static final String PDF = "application/pdf";

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Recipients recipients;
    private final MailTexts texts;
    private final Letters letters;

    Briefe(Vorgaenge vorgaenge, Dokumente dokumente, Recipients recipients, MailTexts texts, Letters letters) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.recipients = recipients;
        this.texts = texts;
        this.letters = letters;
    }

    Brief of(Versendung versendung) throws UnprintableException {
        var vorgang = vorgaenge.find(versendung.vorgang()).orElseThrow();
        var person = recipients
                .find(versendung.vorgang(), versendung.empfaenger())
                .orElseThrow(() -> new UnprintableException("niemand"));
        var anschrift = person.anschrift();
        if (anschrift == null) {
            throw new UnprintableException("keine Anschrift");
        }
        var content = content(versendung, vorgang, person, anschrift);
        return new Brief(
                versendung.id(),
                vorgang.aktenzeichen(),
                Brief.anschriftzone(person.name(), anschrift),
                content,
                BatchPdf.pages(content));
    }

    private byte[] content(Versendung versendung, Vorgang vorgang, Beteiligter person, Anschrift anschrift)
            throws UnprintableException {
        var id = versendung.dokument();
        var found = id == null
                ? mitteilung(versendung, vorgang, person, anschrift)
                : dokumente.find(id).orElseThrow(() -> new UnprintableException("kein Dokument"));
        if (!found.dokument().mediaType().equals(PDF)) {
            throw new UnprintableException("kein PDF");
        }
        return found.content();
    }

    /** Written once and filed, so that the file shows what was sent. */
    @SuppressWarnings("CatchingUnchecked") // a broken template must not hold up the letters beside it
    private WithContent mitteilung(Versendung versendung, Vorgang vorgang, Beteiligter person, Anschrift anschrift)
            throws UnprintableException {
        var id = new DokumentId(versendung.id());
        try {
            var filled = vorgang(versendung, vorgang, person, anschrift);
            var letter = letters.pdf(MITTEILUNG, filled, id.value());
            dokumente.draft(id, vorgang.id(), letter.fileName(), letter.mediaType(), letter.content());
        } catch (RuntimeException e) {
            log.error("Expected to write letter {}, but failed", versendung.id(), e);
            throw new UnprintableException("Vorlage");
        }
        dokumente.file(id);
        return Optional.of(id).flatMap(dokumente::find).orElseThrow();
    }

    /** The Vorgang as the template of the letter wants it: instead of its data the addressee and the text. */
    private Vorgang vorgang(Versendung versendung, Vorgang vorgang, Beteiligter person, Anschrift anschrift) {
        var text = texts.forPerson(versendung.template(), vorgang, person.name(), versendung.angaben());
        var daten = new HashMap<String, @Nullable Object>();
        daten.put(
                "empfaenger",
                Map.of(
                        "name", person.name(),
                        "strasse", anschrift.strasse(),
                        "plz", anschrift.plz(),
                        "ort", anschrift.ort()));
        daten.put("betreff", text.subject());
        daten.put("absaetze", text.paragraphs());
        return vorgang.with(daten);
    }
}

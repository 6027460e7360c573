package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandregister.Wanted;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.notifications.dispatch.Recipients;
import de.amtsfluss.workers.notifications.mail.MailTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts something on its way to a citizen or another system: writes the inbox at once, and enters what mail server, mail
 * room or the other system still have to take. One transaction per order, so a repeat finds all of it or nothing.
 */
@Service
class Zustellung {

    static final String ANTRAGSTELLER = "antragsteller";

    /** The day of a dispatch is that of the office. */
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Recipients recipients;
    private final Kanalwahl kanalwahl;
    private final Versandregister versand;
    private final Postfach postfach;
    private final MailTexts texts;
    private final Clock clock;

    Zustellung(
            Recipients recipients,
            Kanalwahl kanalwahl,
            Versandregister versand,
            Postfach postfach,
            MailTexts texts,
            Clock clock) {
        this.recipients = recipients;
        this.kanalwahl = kanalwahl;
        this.versand = versand;
        this.postfach = postfach;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether the name is that of a role in a Vorgang or of a webhook. */
    boolean reaches(String recipient) {
        return recipients.isRole(recipient) || recipients.isWebhook(recipient);
    }

    /** Puts something on its way, once per order, and gives the id of its dispatch. */
    @Transactional
    UUID send(Sendung sendung) {
        var earlier = versand.findByAuftrag(sendung.auftrag());
        if (earlier.isPresent()) {
            return earlier.get().id();
        }
        if (recipients.isWebhook(sendung.recipient())) {
            return versand.enter(wanted(sendung, Versandweg.WEBHOOK, null)).id();
        }
        var person = recipients
                .find(sendung.vorgang().id(), sendung.recipient())
                .orElseThrow(
                        () -> new IllegalStateException("Expected somebody to be '%s' of Vorgang '%s', but nobody is"
                                .formatted(
                                        sendung.recipient(), sendung.vorgang().id())));
        var way = kanalwahl.choose(sendung, person);
        var sent = versand.enter(wanted(sendung, way.weg(), null));
        if (way.weg() != Versandweg.BRIEF) {
            postfach.put(inboxMessage(sent.id(), sendung, person));
        }
        if (way.weg() == Versandweg.POSTFACH) {
            versand.handedOver(sent.id(), LocalDate.ofInstant(clock.instant(), OFFICE));
        }
        if (way.withMail()) {
            versand.enter(wanted(sendung, Versandweg.EMAIL, sent.id()));
        }
        return sent.id();
    }

    private Postfach.New inboxMessage(UUID id, Sendung sendung, Beteiligter person) {
        var text = texts.forPerson(sendung.template(), sendung.vorgang(), person.name(), sendung.angaben());
        return new Postfach.New(
                id, sendung.vorgang().id(), person.konto(), text.subject(), text.body(), sendung.dokument());
    }

    /** What draws attention to another dispatch is none that a process waits for. */
    private static Wanted wanted(Sendung sendung, Versandweg weg, @Nullable UUID hinweisAuf) {
        return new Wanted(
                hinweisAuf == null ? sendung.auftrag() : sendung.auftrag() + ":hinweis",
                sendung.vorgang().id(),
                sendung.dokument(),
                sendung.template(),
                sendung.angaben(),
                sendung.recipient(),
                weg,
                sendung.awaited() && hinweisAuf == null,
                hinweisAuf);
    }

    /** What kind of message it is, as the table {@code benachrichtigungKanal} knows it. */
    enum Art {
        /** An administrative act. */
        BESCHEID,
        /** Papers are missing. */
        NACHFORDERUNG,
        /** Anything else. */
        HINWEIS
    }

    /**
     * What is to be sent.
     *
     * @param auftrag recognises a repeat
     * @param vorgang the Vorgang it belongs to
     * @param dokument the document, absent if there is only the text
     * @param art what kind of message it is
     * @param template the text
     * @param angaben what the text names beside the Vorgang
     * @param recipient a role or the name of a webhook
     * @param awaited whether the process waits for it
     */
    record Sendung(
            String auftrag,
            Vorgang vorgang,
            @Nullable DokumentId dokument,
            Art art,
            String template,
            Map<String, @Nullable Object> angaben,
            String recipient,
            boolean awaited) {}
}

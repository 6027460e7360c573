package de.amtsfluss.workers.notifications.dispatch;

import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.workers.notifications.mail.Handover;
import de.amtsfluss.workers.notifications.mail.Mail;
import de.amtsfluss.workers.notifications.mail.MailTexts;
import de.amtsfluss.workers.notifications.mail.Mails;
import de.amtsfluss.workers.notifications.mail.ReturnAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the e-mails that wait, each in a transaction of its own that begins before the mail goes out: if the
 * application dies in between, the same mail goes out again with the same Message-ID.
 */
@Component
class EmailDispatch {

    private static final Logger log = LoggerFactory.getLogger(EmailDispatch.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Versandregister versand;
    private final Vorgaenge vorgaenge;
    private final Recipients recipients;
    private final MailTexts texts;
    private final Mails mails;
    private final ReturnAddress returnAddress;
    private final Clock clock;

    EmailDispatch(
            Versandregister versand,
            Vorgaenge vorgaenge,
            Recipients recipients,
            MailTexts texts,
            Mails mails,
            ReturnAddress returnAddress,
            Clock clock) {
        this.versand = versand;
        this.vorgaenge = vorgaenge;
        this.recipients = recipients;
        this.texts = texts;
        this.mails = mails;
        this.returnAddress = returnAddress;
        this.clock = clock;
    }

    /** Sends the next one and tells whether there was one. */
    @Transactional
    boolean step() {
        var due = versand.take(Versandweg.EMAIL, 1);
        due.forEach(this::send);
        return !due.isEmpty();
    }

    private void send(Versendung mail) {
        switch (handOver(mail)) {
            case Handover.Accepted accepted ->
                versand.handedOver(mail.id(), LocalDate.ofInstant(clock.instant(), OFFICE));
            case Handover.Refused refused -> giveUp(mail, refused.why());
            case Handover.Later later -> {
                log.warn("Expected to send mail {}, but {}; it is tried again", mail.id(), later.why());
                if (versand.failed(mail.id(), later.why())) {
                    giveUp(mail, later.why());
                }
            }
        }
    }

    private void giveUp(Versendung mail, String why) {
        log.warn("Expected to send mail {}, but it was refused: {}", mail.id(), why);
        versand.returned(mail.id(), why);
    }

    @SuppressWarnings("CatchingUnchecked") // a broken template must not hold up the mails behind it
    private Handover handOver(Versendung mail) {
        var person = recipients.find(mail.vorgang(), mail.empfaenger()).orElse(null);
        var address = person == null ? null : person.email();
        if (person == null || address == null) {
            return new Handover.Refused("no address");
        }
        var vorgang = vorgaenge.find(mail.vorgang()).orElseThrow();
        try {
            var text = texts.forPerson(mail.template(), vorgang, person.name(), mail.angaben());
            return mails.send(new Mail(mail.id(), address, text, returnAddress.of(mail.id())));
        } catch (RuntimeException e) {
            log.error("Expected to write mail {}, but failed", mail.id(), e);
            return new Handover.Later(e.getClass().getSimpleName());
        }
    }
}

package de.amtsfluss.workers.notifications.digest;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.Tagesmails;
import de.amtsfluss.processes.Tagesmails.Wunsch;
import de.amtsfluss.workers.notifications.mail.Handover;
import de.amtsfluss.workers.notifications.mail.Mail;
import de.amtsfluss.workers.notifications.mail.MailTexts;
import de.amtsfluss.workers.notifications.mail.Mails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a person once a day, and not at all on a day without open tasks. */
@Component
class Tagesuebersicht {

    private static final Logger log = LoggerFactory.getLogger(Tagesuebersicht.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Tagesmails tagesmails;
    private final Aufgaben aufgaben;
    private final MailTexts texts;
    private final Mails mails;
    private final Clock clock;

    Tagesuebersicht(Tagesmails tagesmails, Aufgaben aufgaben, MailTexts texts, Mails mails, Clock clock) {
        this.tagesmails = tagesmails;
        this.aufgaben = aufgaben;
        this.texts = texts;
        this.mails = mails;
        this.clock = clock;
    }

    /** Tells the next person; false if there is none, or if the mail server takes nothing now. */
    @Transactional
    boolean step() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, OFFICE);
        for (var wunsch : tagesmails.take(today, 1)) {
            if (!tell(wunsch, now, today)) {
                return false;
            }
            tagesmails.told(wunsch.akteur(), today);
            return true;
        }
        return false;
    }

    private boolean tell(Wunsch wunsch, Instant now, LocalDate today) {
        var open = open(wunsch.akteur());
        if (open.isEmpty()) {
            return true;
        }
        var overdue = open.stream().filter(aufgabe -> isOverdue(aufgabe, now)).count();
        var text = texts.digest(open.size(), (int) overdue);
        return switch (mails.send(new Mail(id(wunsch.akteur(), today), wunsch.email(), text, null))) {
            case Handover.Accepted accepted -> true;
            case Handover.Refused refused -> {
                log.warn("Expected the mail server to take a daily mail, but it refused it: {}", refused.why());
                yield true;
            }
            case Handover.Later later -> {
                log.warn("Expected the mail server to take a daily mail, but it did not: {}", later.why());
                yield false;
            }
        };
    }

    /** What the tasklist shows: those of the groups that nobody has claimed, and the own ones. */
    private List<Aufgabe> open(Akteur akteur) {
        return aufgaben.list(akteur).stream()
                .filter(aufgabe ->
                        aufgabe.bearbeiter() == null || akteur.kennung().equals(aufgabe.bearbeiter()))
                .toList();
    }

    private static boolean isOverdue(Aufgabe aufgabe, Instant now) {
        var due = aufgabe.faelligAm();
        return due != null && due.isBefore(now);
    }

    private static UUID id(Akteur akteur, LocalDate day) {
        var name = "tagesmail:%s:%s".formatted(akteur.kennung(), day);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

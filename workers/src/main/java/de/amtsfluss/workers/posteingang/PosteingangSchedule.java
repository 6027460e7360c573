package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import de.amtsfluss.workers.notifications.dispatch.Turn;
import de.amtsfluss.workers.posteingang.mail.EmailEingang;
import de.amtsfluss.workers.posteingang.ordner.ScanOrdner;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into mailbox and scan folder regularly where this copy does the workers' part. */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class PosteingangSchedule {

    private final EmailEingang mails;
    private final ScanOrdner scans;
    private final Turn mailTurn = new Turn();
    private final Turn scanTurn = new Turn();

    PosteingangSchedule(EmailEingang mails, ScanOrdner scans) {
        this.mails = mails;
        this.scans = scans;
    }

    @Scheduled(fixedDelayString = "${amtsfluss.workers.posteingang.mailbox.poll:PT1M}")
    void readMails() {
        mailTurn.take(() -> {
            Handelnder.system("posteingang.email").run(mails::run);
            return false;
        });
    }

    @Scheduled(fixedDelayString = "${amtsfluss.workers.posteingang.scan-poll:PT10S}")
    void readScans() {
        scanTurn.take(() -> {
            Handelnder.system("posteingang.scan").run(scans::run);
            return false;
        });
    }
}

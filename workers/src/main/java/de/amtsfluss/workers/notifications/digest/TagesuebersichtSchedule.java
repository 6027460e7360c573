package de.amtsfluss.workers.notifications.digest;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.workers.notifications.dispatch.Turn;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells people in the morning, where this copy does the workers' part: at seven on working days, and every quarter of
 * an hour until ten for whom the mail server was away (an example, to be set by the city).
 */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class TagesuebersichtSchedule {

    private final Tagesuebersicht tagesuebersicht;
    private final Turn turn = new Turn();

    TagesuebersichtSchedule(Tagesuebersicht tagesuebersicht) {
        this.tagesuebersicht = tagesuebersicht;
    }

    @Scheduled(cron = "${amtsfluss.workers.notifications.digest-cron:0 */15 7-9 * * MON-FRI}", zone = "Europe/Berlin")
    void tell() {
        turn.take(tagesuebersicht::step);
    }
}

package de.amtsfluss.workers.notifications.bounce;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import de.amtsfluss.workers.notifications.dispatch.Turn;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the mailbox regularly where this copy does the workers' part. */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class RuecklaufSchedule {

    private final Ruecklauf ruecklauf;
    private final Turn turn = new Turn();

    RuecklaufSchedule(Ruecklauf ruecklauf) {
        this.ruecklauf = ruecklauf;
    }

    @Scheduled(fixedRateString = "${amtsfluss.workers.notifications.mailbox.poll:PT2M}")
    void read() {
        turn.take(() -> {
            Handelnder.system("ruecklauf").run(ruecklauf::run);
            return false;
        });
    }
}

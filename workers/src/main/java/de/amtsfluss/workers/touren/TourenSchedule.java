package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes tours by itself where this copy does the workers' part. */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class TourenSchedule {

    private final Tourbildung tourbildung;

    TourenSchedule(Tourbildung tourbildung) {
        this.tourbildung = tourbildung;
    }

    @Scheduled(cron = "${amtsfluss.workers.touren.cron:0 */5 * * * *}", zone = "Europe/Berlin")
    void touren() {
        Handelnder.system("touren").run(tourbildung::bilden);
    }
}

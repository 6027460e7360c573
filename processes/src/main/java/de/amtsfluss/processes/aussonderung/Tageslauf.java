package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Handelnder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What happens without anybody asking for it; of several replicas a later one finds nothing more to do. */
class Tageslauf {

    private static final Logger log = LoggerFactory.getLogger(Tageslauf.class);
    private static final Handelnder SYSTEM = Handelnder.system("aussonderung");

    private final Ermittlung ermittlung;
    private final Loeschung loeschung;

    Tageslauf(Ermittlung ermittlung, Loeschung loeschung) {
        this.ermittlung = ermittlung;
        this.loeschung = loeschung;
    }

    /** At night, when few people work. */
    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Berlin")
    void gather() {
        SYSTEM.call(ermittlung::run).ifPresent(list -> log.info("Listed in {} what need not be kept any longer", list));
    }

    /** Every quarter of an hour, for erasures that were killed in the middle. */
    @Scheduled(cron = "0 10/15 * * * *", zone = "Europe/Berlin")
    void finish() {
        SYSTEM.run(loeschung::finish);
    }
}

package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import de.amtsfluss.workers.notifications.dispatch.Turn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes batches by itself, and writes them to the folder, where this copy does the workers' part. */
@Component
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class PrintSchedule {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    /** How long a batch can be printed again after it was posted; an example, to be set by the city. */
    private static final int DAYS_KEPT = 30;

    private final PrintQueue queue;
    private final PrintRepository repository;
    private final PrintFolder folder;
    private final Clock clock;
    private final Turn batchTurn = new Turn();
    private final Turn folderTurn = new Turn();

    PrintSchedule(PrintQueue queue, PrintRepository repository, PrintFolder folder, Clock clock) {
        this.queue = queue;
        this.repository = repository;
        this.folder = folder;
        this.clock = clock;
    }

    @Scheduled(cron = "${amtsfluss.workers.notifications.print-cron:0 0 9 * * MON-FRI}", zone = "Europe/Berlin")
    void batches() {
        Handelnder.system("druck").run(() -> batchTurn.take(() -> queue.create().isPresent()));
        repository.forgetContent(LocalDate.ofInstant(clock.instant(), OFFICE).minusDays(DAYS_KEPT));
    }

    @Scheduled(fixedRate = 10_000)
    void files() {
        folderTurn.take(() -> {
            folder.writeMissing();
            return false;
        });
    }
}

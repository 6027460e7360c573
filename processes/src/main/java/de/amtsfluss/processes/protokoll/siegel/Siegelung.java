package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.SiegelAblage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals all days that are over, each after the one before, and hands the seals over to the places outside. A repeat
 * changes nothing; of several replicas one does it. Each step has a transaction of its own, so that what was done stays
 * when a later step fails.
 */
class Siegelung {

    private static final Logger log = LoggerFactory.getLogger(Siegelung.class);

    /** A day ends when it ends at the office. */
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final SiegelRepository repository;
    private final List<SiegelAblage> ablagen;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Siegelung(SiegelRepository repository, List<SiegelAblage> ablagen, TransactionTemplate transactions, Clock clock) {
        this.repository = repository;
        this.ablagen = ablagen;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Five minutes after midnight, and every quarter of an hour for what was missed. */
    @Scheduled(cron = "0 5/15 * * * *", zone = "Europe/Berlin")
    void run() {
        if (!alone(this::closeYesterday)) {
            return;
        }
        while (alone(this::sealNext)) {
            log.debug("Sealed a day of the Protokoll");
        }
        ablagen.forEach(this::handOver);
    }

    /** Does a step if no other replica is at it; false if it was not done or there was nothing to do. */
    private boolean alone(Supplier<Boolean> step) {
        return Boolean.TRUE.equals(transactions.execute(status -> repository.lock() && step.get()));
    }

    private boolean closeYesterday() {
        var yesterday = LocalDate.ofInstant(clock.instant(), OFFICE).minusDays(1);
        if (repository.lastClosed().filter(last -> !last.isBefore(yesterday)).isEmpty()) {
            repository.close(yesterday, clock.instant());
        }
        return true;
    }

    private boolean sealNext() {
        var last = repository.last();
        var next = last.map(siegel -> Optional.of(siegel.tag().plusDays(1))).orElseGet(repository::firstDay);
        var closed = repository.lastClosed();
        if (next.isEmpty() || closed.isEmpty() || next.get().isAfter(closed.get())) {
            return false;
        }
        var siegel = repository.day(next.get()).seal(last.orElse(null), next.get());
        repository.insert(siegel, clock.instant());
        log.info("Sealed {} entries of {} with {}", siegel.eintraege(), siegel.tag(), siegel.hash());
        return true;
    }

    @SuppressWarnings("CatchingUnchecked") // the edge to a foreign place: the others must get the seals all the same
    private void handOver(SiegelAblage ablage) {
        try {
            var ignored = alone(() -> {
                repository.after(ablage.lastNumber()).forEach(ablage::keep);
                return true;
            });
        } catch (RuntimeException e) {
            log.error("Expected {} to keep the seals of the Protokoll, but it did not", ablage, e);
        }
    }
}

package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes entries. They are gathered in the transaction and written just before its commit: so the locks of the chains
 * are the last that a transaction takes, no two transactions wait for each other, and a chain is held for the time of a
 * commit only.
 */
@Service
class ProtokollSchreiber implements Protokoll {

    /** Days are those of the office's own calendar. */
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final ProtokollRepository repository;
    private final Clock clock;

    ProtokollSchreiber(ProtokollRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(@Nullable VorgangId vorgang, Handlung was) {
        write(Handelnder.current(), vorgang, was);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Handelnder wer, @Nullable VorgangId vorgang, Handlung was) {
        var kette = vorgang == null ? Protokolleintrag.OHNE_VORGANG : vorgang.value();
        vormerkungen().add(new Vormerkungen.Vormerkung(kette, wer, was));
    }

    private Vormerkungen vormerkungen() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Vormerkungen those && those.isOf(this)) {
                return those;
            }
        }
        var fresh = new Vormerkungen(this);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    void append(List<Vormerkungen.Vormerkung> vormerkungen) {
        repository.lock(vormerkungen.stream()
                .map(Vormerkungen.Vormerkung::kette)
                .distinct()
                .toList());
        // Only now, so that time and day of a chain's entries follow their numbers.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(now, OFFICE);
        var ends = new HashMap<UUID, Kette.Ende>();
        var entries = new ArrayList<Protokolleintrag>();
        for (var vormerkung : vormerkungen) {
            var end = ends.computeIfAbsent(vormerkung.kette(), repository::end);
            var entry = end.next(today, now, vormerkung.wer(), vormerkung.was());
            ends.put(vormerkung.kette(), end.after(entry));
            entries.add(entry);
        }
        repository.insert(entries);
    }
}

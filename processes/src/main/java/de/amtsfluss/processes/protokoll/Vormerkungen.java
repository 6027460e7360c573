package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;

/** What a transaction is going to write into the Protokoll when it commits. */
final class Vormerkungen implements TransactionSynchronization {

    private static final Logger log = LoggerFactory.getLogger(Vormerkungen.class);

    private final ProtokollSchreiber schreiber;
    private final List<Vormerkung> waiting = new ArrayList<>();
    private boolean committing;

    Vormerkungen(ProtokollSchreiber schreiber) {
        this.schreiber = schreiber;
    }

    boolean isOf(ProtokollSchreiber some) {
        return schreiber.equals(some);
    }

    void add(Vormerkung vormerkung) {
        if (committing) {
            schreiber.append(List.of(vormerkung));
        } else {
            waiting.add(vormerkung);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        var all = List.copyOf(waiting);
        waiting.clear();
        schreiber.append(all);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !waiting.isEmpty()) {
            log.error(
                    "Expected to write {} entries of the Protokoll, but the commit had begun: {}",
                    waiting.size(),
                    waiting);
        }
    }

    /**
     * An entry to be.
     *
     * @param kette its chain
     * @param wer who did it
     * @param was what was done
     */
    record Vormerkung(UUID kette, Handelnder wer, Handlung was) {}
}

package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.Vorgangskopien;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters of an erased Vorgang in the batches; files that the mail room's printer got are its own to delete. */
@Component
class PrintedCopies implements Vorgangskopien {

    private final PrintRepository repository;

    PrintedCopies(PrintRepository repository) {
        this.repository = repository;
    }

    @Override
    public void erase(VorgangId vorgang, Set<UUID> versendungen) {
        repository.forgetContent(versendungen);
    }
}

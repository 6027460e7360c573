package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftrag;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandweg;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The print queue. */
@Service
class PrintQueue implements Druckauftraege {

    private static final Logger log = LoggerFactory.getLogger(PrintQueue.class);
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final int LARGEST_BATCH = 200;

    private final PrintRepository repository;
    private final Versandregister versand;
    private final Briefe briefe;
    private final Protokoll protokoll;
    private final Clock clock;

    PrintQueue(PrintRepository repository, Versandregister versand, Briefe briefe, Protokoll protokoll, Clock clock) {
        this.repository = repository;
        this.versand = versand;
        this.briefe = briefe;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    public List<Druckauftrag> list(Akteur akteur) {
        return Druckauftraege.isOpenTo(akteur) ? repository.list() : List.of();
    }

    @Override
    public Versandregister.Waiting waiting(Akteur akteur) {
        return Druckauftraege.isOpenTo(akteur) ? versand.waitingLetters() : new Versandregister.Waiting(0, 0);
    }

    @Override
    @Transactional
    public Outcome create(Akteur akteur) {
        if (!Druckauftraege.isOpenTo(akteur)) {
            return new Outcome.NotFound();
        }
        return Handelnder.person(akteur)
                .call(this::create)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Nothing::new);
    }

    /** Makes a batch of what waits; what cannot be printed is left for later and does not hold up the others. */
    @Transactional
    Optional<Druckauftrag> create() {
        var ready = new ArrayList<Brief>();
        for (var versendung : versand.take(Versandweg.BRIEF, LARGEST_BATCH)) {
            try {
                ready.add(briefe.of(versendung));
            } catch (UnprintableException e) {
                log.warn("Expected to print letter {}, but: {}", versendung.id(), e.why());
                versand.failed(versendung.id(), e.why());
            }
        }
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        repository.insert(id, ready, BatchPdf.of(ready));
        ready.forEach(brief -> versand.printing(brief.versand()));
        protokoll.write(null, new Handlung(Objektart.DRUCKAUFTRAG, id, Aktion.ANGELEGT));
        return repository.find(id);
    }

    @Override
    @Transactional
    public Optional<byte[]> pdf(UUID id, Akteur akteur) {
        if (!Druckauftraege.isOpenTo(akteur)) {
            return Optional.empty();
        }
        var content = repository.content(id);
        content.ifPresent(there -> protokoll.write(
                Handelnder.person(akteur), null, new Handlung(Objektart.DRUCKAUFTRAG, id, Aktion.GELESEN)));
        return content;
    }

    @Override
    @Transactional
    public Outcome confirm(UUID id, LocalDate am, Akteur akteur) {
        var found = Druckauftraege.isOpenTo(akteur) ? repository.lock(id) : Optional.<Druckauftrag>empty();
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var batch = found.get();
        var before = batch.uebergebenAm();
        if (before != null) {
            return before.equals(am)
                    ? new Outcome.Done(batch)
                    : new Outcome.Refused("Für diesen Druckauftrag ist schon ein anderer Tag eingetragen.");
        }
        if (am.isBefore(LocalDate.ofInstant(batch.erstelltAm(), OFFICE))
                || am.isAfter(LocalDate.ofInstant(clock.instant(), OFFICE))) {
            return new Outcome.Refused(
                    "Der Tag der Übergabe liegt nicht zwischen dem Tag des Druckauftrags und heute.");
        }
        Handelnder.person(akteur).run(() -> confirm(id, am));
        return new Outcome.Done(repository.find(id).orElseThrow());
    }

    private void confirm(UUID id, LocalDate am) {
        repository.confirm(id, am);
        protokoll.write(
                null,
                new Handlung(Objektart.DRUCKAUFTRAG, id, Aktion.GEAENDERT).with("uebergebenAm", null, am.toString()));
        repository.letters(id).forEach(letter -> versand.handedOver(letter, am));
    }
}

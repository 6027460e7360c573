package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftrag;
import de.amtsfluss.processes.Tagesmails;
import de.amtsfluss.processes.Versandregister.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the pages need of the print queue and the daily mails, with the same rules of who may do what. */
final class InMemoryPostausgang implements Druckauftraege, Tagesmails {

    static final UUID POSTED = new UUID(0, 1);
    static final UUID PRINTED = new UUID(0, 2);

    private final Map<UUID, Druckauftrag> batches = new LinkedHashMap<>();
    private final Map<String, Wunsch> wishes = new LinkedHashMap<>();

    InMemoryPostausgang() {
        reset();
    }

    /** Back to a batch that was posted and one that was not. */
    synchronized void reset() {
        wishes.clear();
        batches.clear();
        batches.put(PRINTED, new Druckauftrag(PRINTED, Instant.parse("2026-11-22T08:00:00Z"), 12, 48, null));
        batches.put(
                POSTED,
                new Druckauftrag(POSTED, Instant.parse("2026-11-20T08:00:00Z"), 1, 3, LocalDate.parse("2026-11-20")));
    }

    @Override
    public synchronized List<Druckauftrag> list(Akteur akteur) {
        return List.copyOf(batches.values());
    }

    @Override
    public Waiting waiting(Akteur akteur) {
        return new Waiting(3, 1);
    }

    @Override
    public Outcome create(Akteur akteur) {
        return Druckauftraege.isOpenTo(akteur) ? new Outcome.Nothing() : new Outcome.NotFound();
    }

    @Override
    public Optional<byte[]> pdf(UUID id, Akteur akteur) {
        return Druckauftraege.isOpenTo(akteur) ? Optional.of(InMemoryProcesses.PDF) : Optional.empty();
    }

    @Override
    public synchronized Outcome confirm(UUID id, LocalDate am, Akteur akteur) {
        var batch = batches.get(id);
        if (batch == null || !Druckauftraege.isOpenTo(akteur)) {
            return new Outcome.NotFound();
        }
        if (batch.uebergebenAm() != null) {
            return new Outcome.Refused("Für diesen Druckauftrag ist schon ein anderer Tag eingetragen.");
        }
        var posted = new Druckauftrag(id, batch.erstelltAm(), batch.briefe(), batch.seiten(), am);
        batches.put(id, posted);
        return new Outcome.Done(posted);
    }

    @Override
    public synchronized Optional<Wunsch> of(Akteur akteur) {
        return Optional.ofNullable(wishes.get(akteur.kennung()));
    }

    @Override
    public synchronized void subscribe(Akteur akteur, String email) {
        wishes.put(akteur.kennung(), new Wunsch(akteur, email));
    }

    @Override
    public synchronized void unsubscribe(Akteur akteur) {
        wishes.remove(akteur.kennung());
    }

    @Override
    public synchronized void refresh(Akteur akteur, String email) {
        wishes.computeIfPresent(akteur.kennung(), (kennung, wish) -> new Wunsch(akteur, email));
    }

    @Override
    public List<Wunsch> take(LocalDate tag, int limit) {
        return List.of();
    }

    @Override
    public void told(Akteur akteur, LocalDate tag) {
        throw new UnsupportedOperationException("Expected no mail to be sent here, but one is");
    }
}
